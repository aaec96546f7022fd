/// True for U+D800…U+DFFF, which are code points but no scalar values: nothing folds from or to them.
func isSurrogate(_ codePoint: UInt32) -> Bool { codePoint &- 0xD800 < 0x800 }
