extension AutomatonBuilder {
  /// All matches in a few codes, in the order of a scan: for compilers that need to know what
  /// lies inside a pattern. Allocates.
  public func matches(in codes: [UInt16]) -> [Hit] {
    var hits: [Hit] = []
    var state = 0
    for (index, code) in codes.enumerated() {
      while true {
        let child = slots[state].base + Int(code)
        if slots[child].label == code {
          state = child
          break
        }
        if state == 0 { break }
        state = Int(failure[state])
      }
      var output = slots[state].value
      while output != 0 {
        let found = outputs[output]
        let end = UInt32(index + 1)
        hits.append(Hit(start: end - found.length, end: end, pattern: found.pattern))
        output = Int(found.next)
      }
    }
    return hits
  }
}
