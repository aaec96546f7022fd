/// What a section of a pack holds. Raw values are part of the format: append, never renumber.
public enum SectionID: UInt32, Sendable, CaseIterable {
  case manifest = 1
  case strings = 2
  case foldTable = 3
  case codes = 4
  case astralCodes = 5
  case numerals = 6

  case termSlots = 10
  case termLinks = 11
  case termOutputs = 12
  case patterns = 13
  case postings = 14
  case cues = 15
  case contexts = 16
  case categories = 17
  case dangers = 18
  case concepts = 19
  case rules = 20
  case ruleConcepts = 21
  case ruleIndexStarts = 22
  case ruleIndex = 23
  case escalations = 24
  case facts = 25
  case numbers = 26
  case intents = 27
  case settings = 28
  case presumptions = 29
  case exemptions = 30
  case hides = 31

  case minedSlots = 32
  case minedLinks = 33
  case minedOutputs = 34
  case minedTexts = 35
  case minedTerms = 36
  case minedRows = 37
  case minedBiases = 38

  case placeSlots = 40
  case placeLinks = 41
  case placeOutputs = 42
  case placePatterns = 43
  case placeForms = 44
  case places = 45
  case townships = 46
  case placeCues = 47
  case placeSettings = 48
  case placeTownships = 49
  case placeRoles = 50
  case sounds = 51
  case soundSlots = 52
  case soundLinks = 53
  case soundOutputs = 54
  case soundNames = 55
  case soundSpellings = 56
  case soundWords = 57
  case soundModifiers = 58

  case units = 60
  case duties = 61
  case conditions = 62
  case policing = 63
  case levels = 64
  case obligations = 65
  case citations = 66
  case citationLists = 67
  case arbiters = 68
  case unitAliases = 69
  case channels = 70
  case metadata = 71
  case calendarYears = 72
  case calendar = 73
  case questions = 74
  case questionAnswers = 75
  case questionBars = 76

  case termSingles = 77
  case minedSingles = 78
  case placeSingles = 79
  case soundSingles = 80
  case termLabels = 81
  case minedLabels = 82
  case placeLabels = 83
  case soundLabels = 84
  case termStates = 85
  case minedStates = 86
  case placeStates = 87
  case soundStates = 88

  case nationNames = 90
  case nationLists = 91
  case nationAreas = 92
  case nationBlocks = 93
  case nationCounties = 94
}
