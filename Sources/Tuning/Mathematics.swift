#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

func logarithm(_ value: Float) -> Float { log(value) }

func power(_ base: Float, _ exponent: Float) -> Float { pow(base, exponent) }
