import ArgumentParser
import Evaluation
import Foundation

/// A failure with an exit code of sysexits.h.
struct CommandError: Error, CustomStringConvertible, CustomNSError {
  enum Code: Int32 {
    case usage = 64
    case dataError = 65
    case noInput = 66
    case cannotCreate = 73
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  var description: String { message }

  /// Says it on stderr and gives the exit code to throw.
  func report() -> ExitCode {
    Console.error("fenliu: \(message)")
    return ExitCode(code.rawValue)
  }
}

/// Runs a command's body and turns its errors into messages and exit codes.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as CommandError {
    throw error.report()
  } catch let error as EvaluationError {
    throw CommandError(error).report()
  }
}

extension CommandError {
  init(_ error: EvaluationError) {
    let code: Code =
      switch error.kind {
      case .usage: .usage
      case .cannotOpen: .noInput
      case .badData: .dataError
      case .cannotWrite: .cannotCreate
      }
    self.init(code, error.description)
  }
}
