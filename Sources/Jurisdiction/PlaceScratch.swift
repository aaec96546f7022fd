import Automaton
public import Pack

/// What speaks for one township so far.
struct TownshipScore: BitwiseCopyable {
  /// Best evidence that names the township itself (or a landmark).
  var direct: Float = 0
  /// Best evidence that names the county town.
  var town: Float = 0
  /// Best evidence that names one of its villages.
  var village: Float = 0
  /// The place of that village; `noPlace` if two fit equally.
  var villagePlace: UInt32 = noPlace
  /// The same for places that count only where nothing else is named, by turn.
  var fallback = SIMD4<Float>()
  /// Best village among them, and its place; `noPlace` if two fit equally.
  var fallbackVillage: Float = 0
  var fallbackPlace: UInt32 = noPlace
  /// The current address names the township.
  var isInChain = false

  /// Adds a place that counts only where nothing else is named.
  mutating func addFallback(_ weight: Float, _ turn: Int, _ kind: PlaceKind, _ place: UInt32) {
    fallback[turn] = max(fallback[turn], weight)
    guard kind == .village else { return }
    if weight > fallbackVillage {
      fallbackVillage = weight
      fallbackPlace = place
    } else if weight == fallbackVillage, fallbackPlace != place {
      fallbackPlace = noPlace
    }
  }

  /// Both together if one of them suffices alone; two weak ones don't add up to a place.
  func total(accept: Float) -> Float {
    let best = max(direct, village)
    return max(town, best >= accept ? direct + village : best)
  }
}

/// Working memory for place resolution, owned by the caller and reused.
public struct PlaceScratch: ~Copyable {
  /// Indices of the townships that fit, best first in table order; one if resolved.
  public internal(set) var candidates = Buffer<UInt32>(capacity: 64)
  /// Every reading that was weighed, in order of the text.
  public internal(set) var evidence = Buffer<PlaceEvidence>(capacity: 64)

  var hits = Buffer<Hit>(capacity: 256)
  /// Names and exclusions that do not overlap.
  var mentions = Buffer<Hit>(capacity: 64)
  /// Ordinary words that may be a name; see `Gazetteer.findProvenWords`.
  var words = Buffer<Hit>(capacity: 64)
  /// Cues that speak of what follows.
  var leads = Buffer<Hit>(capacity: 64)
  /// Cues that speak of what precedes.
  var trails = Buffer<Hit>(capacity: 64)
  /// The text as sounds, where no name was found; see `Gazetteer.findSoundalikes`.
  var sounds = Buffer<UInt16>(capacity: 512)
  var soundHits = Buffer<Hit>(capacity: 64)
  /// Stretches that sound like a name, apart from each other.
  var likenesses = Buffer<Hit>(capacity: 64)
  /// Mentions and likenesses, while they are joined.
  var joined = Buffer<Hit>(capacity: 64)
  var scores: Buffer<TownshipScore>
  var foreignScore: Float = 0
  /// The same for places elsewhere that count only where nothing else is named, by turn.
  var foreignFallback = SIMD4<Float>()
  var countyScore: Float = 0

  /// Memory for texts to be read with `gazetteer`.
  public init(for gazetteer: Gazetteer) {
    scores = Buffer(capacity: gazetteer.townships.count)
  }

  mutating func reset(for gazetteer: Gazetteer) {
    hits.removeAll()
    mentions.removeAll()
    words.removeAll()
    leads.removeAll()
    trails.removeAll()
    sounds.removeAll()
    soundHits.removeAll()
    likenesses.removeAll()
    joined.removeAll()
    forgetWeights(for: gazetteer)
  }

  /// Forgets what the names said, but not where they stand.
  mutating func forgetWeights(for gazetteer: Gazetteer) {
    candidates.removeAll()
    evidence.removeAll()
    scores.fill(count: gazetteer.townships.count, with: TownshipScore())
    foreignScore = 0
    foreignFallback = SIMD4()
    countyScore = 0
  }
}
