/// Where the server listens and what it allows.
public struct Settings: Sendable {
  /// A TCP address.
  public struct Host: Sendable, Equatable {
    public var name: String
    /// 0 for any free port; the log says which.
    public var port: Int

    public init(name: String, port: Int) {
      self.name = name
      self.port = port
    }
  }

  /// Path of the pack file, read anew at each reload.
  public var pack: String
  /// Path of the Unix socket, nil for none.
  public var socket: String?
  /// Nil for none.
  public var http: Host?
  public var limits = Limits()

  public init(pack: String, socket: String? = nil, http: Host? = nil) {
    self.pack = pack
    self.socket = socket
    self.http = http
  }
}

/// What a client may ask of the server.
public struct Limits: Sendable {
  /// Bytes in the body of a call, and in a line of a batch.
  public var callBytes = 1 << 20
  /// Bytes in the body of a batch.
  public var batchBytes = 1 << 30
  /// Seconds in which a call's body must have come, and in which something of a batch must move.
  public var patience = 10
  /// Open connections at an address; more wait to be accepted.
  public var connections = 1024
  /// Seconds that requests under way get to finish at the end.
  public var farewell = 30

  public init() {}
}
