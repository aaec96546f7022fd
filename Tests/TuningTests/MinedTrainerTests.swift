import Classifier
import Pack
import Routing
import TestSupport
import Testing
import Tuning

@Suite struct MinedTrainerTests {
  private static let calls: [TrainingCall] = {
    let texts: [(String, String, Bool, Bool)] = [
      ("井盖没了车轮掉进去", "urban-management", false, false),
      ("人行道上井盖破了", "urban-management", false, false),
      ("门口井盖响了几天", "urban-management", false, false),
      ("喊了半天门不应声", "life-rescue", true, true),
      ("敲门不应声灯亮着", "life-rescue", true, true),
      ("老人电话不应声", "life-rescue", true, true),
      ("着火是演习不用来", "consultation", false, false),
      ("明天演习会着火", "consultation", false, false),
      ("演习放烟不是着火", "consultation", false, false),
    ]
    return texts.enumerated().map { index, call in
      TrainingCall(
        text: call.0, categories: [call.1], sendsPolice: call.2, isUrgent: call.3,
        batch: "h\(index % 3)")
    }
  }()

  private static func fit(_ calls: [TrainingCall] = calls) throws -> [MinedRow] {
    let router = try MiniLexicon(terms: ["着火 !fire 1"]).router()
    return withExtendedLifetime(router) {
      MinedTrainer(lexicon: router.lexicon, fold: { $0 }, options: .init()).fit(calls) { _ in }
    }
  }

  private static func weight(_ text: String, _ target: String, in rows: [MinedRow]) -> Float? {
    rows.first { $0.text == text }?.weights.split(separator: " ")
      .first { $0.hasPrefix(target + ":") }.flatMap { Float($0.dropFirst(target.count + 1)) }
  }

  @Test func learnsWhatTellsCallsApart() throws {
    let rows = try Self.fit()
    #expect(try #require(Self.weight("井盖", "urban-management", in: rows)) > 0)
    #expect(try #require(Self.weight("不应", "life-rescue", in: rows)) > 0)
    #expect(try #require(Self.weight("不应", "!", in: rows)) > 0)
    #expect(try #require(Self.weight("井盖", "%police", in: rows)) < 0)
    #expect(rows[0].text == "*")
  }

  /// In these calls 着火 always stands in a drill, yet a danger word may not speak against urgency.
  @Test func dangerWordsNeverSpeakAgainstUrgency() throws {
    let rows = try Self.fit()
    for text in ["着火", "着", "火"] {
      #expect(Self.weight(text, "!", in: rows) ?? 0 >= 0, "\(text)")
    }
    #expect(try #require(Self.weight("演习", "!", in: rows)) < 0)
  }

  /// One hand's own sequences say nothing of how others talk.
  @Test func aTermNeedsSeveralHands() throws {
    let oneHand = Self.calls.map { call in
      var call = call
      call.batch = "h"
      return call
    }
    #expect(try Self.fit(oneHand).map(\.text) == ["*"])
  }

  @Test func theSameCallsGiveTheSameTable() throws {
    let first = try Self.fit()
    let second = try Self.fit()
    #expect(first.map { "\($0)" } == second.map { "\($0)" })
  }
}
