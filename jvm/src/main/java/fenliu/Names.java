package fenliu;

import fenliu.Decision.Channel;
import fenliu.Decision.Citation;
import java.util.List;

/** What the decisions of one router share: its tables, and what was read before. */
final class Names {
  final Tables tables;
  final Texts texts = new Texts();
  final Shared<List<Channel>> channels = new Shared<>();
  final Shared<List<Citation>> citations = new Shared<>();
  final Shared<List<Obligation>> obligationLists = new Shared<>();
  final Shared<Obligation> obligations = new Shared<>();

  Names(Tables tables) {
    this.tables = tables;
  }
}
