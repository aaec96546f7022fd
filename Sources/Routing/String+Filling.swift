extension String {
  /// With a text in place of a mark such as `{places}`; no reason to link Foundation. O(length).
  func filling(_ mark: String, with text: String) -> String {
    var filled = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        filled += text
        rest = rest.dropFirst(mark.count)
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled
  }
}
