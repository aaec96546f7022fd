/// The script a call is written in.
public enum Script: String, Sendable, CaseIterable {
  case simplified = "简体"
  case traditional = "繁体"

  /// Common characters that only traditional script has.
  private static let marks = Set(
    """
    這個們來說還沒時對會國過後裡裏為麼嗎點電話車輛門開關長東馬問間見覺讓請認識講課誰該許設證訴\
    報號碼處樓鄉鎮縣區場廠塊壞聽聲學習樣發現實頭買賣錢銀鐵鐘鍋飯館雞魚鳥龍風飛邊達遠運進連選\
    燈煙熱爐燒傷騙險隊陽陰階隨難離雙戶產權業務員護衛勞動辦幾歲歷歸殺殘氣決淚灣漲災無爺爾牆獨
    """.unicodeScalars.filter { $0.value > 0x3000 })

  /// Traditional if at least two of its characters, and one in forty, are so. Linear in the text.
  public init(of text: String) {
    var found = 0
    var length = 0
    for scalar in text.unicodeScalars {
      length += 1
      if Self.marks.contains(scalar) { found += 1 }
    }
    self = found >= 2 && found * 40 >= length ? .traditional : .simplified
  }
}
