import Classifier
import Pack
import Routing

/// What a call-taker may ask, as read from `base/questions.tsv`.
struct QuestionSource {
  private struct Question {
    var id: String
    var text: String
    var topic: QuestionRecord.Topic
    var answers: [QuestionAnswer]
    var bars: [QuestionBar]
  }

  private static let path = "base/questions.tsv"
  /// More are hard to take in over a telephone.
  private static let longest = 24

  private var questions: [Question] = []

  /// Reads them; a question that separates nothing is a mistake.
  init(_ folder: SourceFolder, lexicon: LexiconSource, into diagnostics: inout Diagnostics) {
    var ids = Vocabulary.Index()
    let table = folder.table(
      Self.path, required: ["id", "question", "topic", "separates", "unless"], into: &diagnostics)
    for row in table?.rows ?? [] {
      ids.add(row["id"], name: row["question"], row, &diagnostics)
      check(row["question"], row, &diagnostics)
      let topics = QuestionRecord.Topic.allCases
      guard let topic = topics.first(where: { $0.name == row["topic"] }) else {
        diagnostics.error(
          row,
          "topic 应为 \(topics.map(\.name).joined(separator: "、"))，不是“\(row["topic"])”")
        continue
      }
      if row["question"].contains(Questions.placesMark), topic != .placeAmbiguous {
        diagnostics.error(row, "只有 place-ambiguous 的问题能写 \(Questions.placesMark)；请删去或改 topic")
      }
      let answers = answers(row, topic, lexicon, &diagnostics)
      let bars = bars(row, lexicon.vocabulary, &diagnostics)
      questions.append(
        Question(
          id: row["id"], text: row["question"], topic: topic, answers: answers, bars: bars))
    }
  }

  private func check(_ text: String, _ row: SourceRow, _ diagnostics: inout Diagnostics) {
    if !text.hasSuffix("？") || text.count(where: { $0 == "？" }) != 1 {
      diagnostics.error(row, "question 应为一句话，只在末尾有一个“？”，不是“\(text)”；一次只问一件事")
    }
    if text.count > Self.longest {
      diagnostics.warning(row, "问题有 \(text.count) 个字，电话里难听清；请缩短到 \(Self.longest) 字以内")
    }
    if let first = questions.first(where: { $0.text == text }) {
      diagnostics.error(row, "与“\(first.id)”问的一字不差；请并成一行")
    }
  }

  /// Reads `separates`: groups of categories with `/` between them, one group an answer. `%side`
  /// stands for the categories of a side that the row doesn't name, `*` for all the others.
  private func answers(
    _ row: SourceRow, _ topic: QuestionRecord.Topic, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) -> [QuestionAnswer] {
    var answers = [QuestionAnswer](repeating: .none, count: lexicon.vocabulary.categories.count)
    var sides: [Policing: UInt8] = [:]
    var rest: UInt8 = 0
    var group: UInt8 = 1
    for word in row.list("separates") {
      if word == "/" {
        group += 1
      } else if word == "*" {
        if rest != 0 { diagnostics.error(row, "“*”出现两次，它只能是一种回答；请删去一个") }
        rest = group
      } else if let target = lexicon.vocabulary.target(word, row, &diagnostics) {
        switch target.kind {
        case .category:
          if answers[Int(target.index)].group != 0 {
            diagnostics.error(row, "类别“\(word)”出现两次，它只能是一种回答；请删去一个")
          }
          answers[Int(target.index)] = QuestionAnswer(group: group, share: QuestionAnswer.whole)
        case .side: sides[Policing.allCases[Int(target.index)]] = group
        default: diagnostics.error(row, "separates 只能写类别、%警务属性 和 *，不是“\(word)”")
        }
      }
    }
    if row["separates"].isEmpty { rest = 1 }
    for index in answers.indices where answers[index].group == 0 {
      let found = sides[lexicon.sides[index]] ?? rest
      if found != 0 { answers[index] = QuestionAnswer(group: found, share: QuestionAnswer.half) }
    }
    let groups = Set(answers.map(\.group)).subtracting([0]).count
    if topic == .category, groups < 2 {
      diagnostics.error(row, "separates 没有分出两种回答；请写作“类别 / 类别”")
    } else if topic != .category, groups > 1 {
      diagnostics.error(row, "只有 topic 为 category 的问题要用“/”分出回答；请删去“/”")
    }
    return answers
  }

  /// Reads `unless`: concepts, and dangers with `!` before them.
  private func bars(
    _ row: SourceRow, _ vocabulary: Vocabulary, _ diagnostics: inout Diagnostics
  ) -> [QuestionBar] {
    row.list("unless").compactMap { word in
      let target = word.hasPrefix("!") ? word : "@" + word
      return vocabulary.target(target, row, &diagnostics).map {
        QuestionBar(kind: $0.kind, target: $0.index)
      }
    }
  }

  /// Writes the questions' sections.
  func compile(into writer: inout ImageWriter) {
    var records: [QuestionRecord] = []
    var answers: [QuestionAnswer] = []
    var bars: [QuestionBar] = []
    for question in questions {
      records.append(
        QuestionRecord(
          id: writer.string(question.id), text: writer.string(question.text),
          firstAnswer: UInt32(answers.count), topic: question.topic,
          namesPlaces: question.text.contains(Questions.placesMark),
          bars: ListRef(first: UInt32(bars.count), count: UInt32(question.bars.count))))
      answers += question.answers
      bars += question.bars
    }
    writer.add(.questions, records)
    writer.add(.questionAnswers, answers)
    writer.add(.questionBars, bars)
  }
}
