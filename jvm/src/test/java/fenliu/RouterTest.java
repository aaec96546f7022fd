package fenliu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user of the jar does first. */
class RouterTest {
  @Test
  void aLampIsTheCitysMatter() {
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LAMP);
      assertEquals(Policing.NON_POLICE, decision.policing());
      assertEquals("urban-management", decision.category().id());
      assertEquals("县城市管理局", decision.lead().unit());
      assertEquals("葛城街道", decision.jurisdiction().township().name());
      assertEquals(Jurisdiction.Status.RESOLVED, decision.jurisdiction().status());
    }
  }

  @Test
  void aLeakIsUrgentAndJoint() {
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LEAK);
      assertTrue(decision.urgent());
      assertEquals(Policing.JOINT, decision.policing());
      assertEquals("县公安局", decision.lead().unit());
    }
  }

  @Test
  void anExplanationPointsIntoTheText() {
    try (Router router = Router.open(Data.pack())) {
      String text = "🙂 " + Data.LAMP;
      Explanation why = router.explain(Call.of(text));
      List<String> pieces = why.evidence().stream().map(e -> e.in(text)).toList();
      assertTrue(pieces.contains("路灯"), pieces::toString);
      assertEquals(router.route(text), why.decision());
    }
  }

  @Test
  void anOpenMatterIsAskedAbout() {
    try (Router router = Router.open(Data.pack())) {
      assertNotNull(router.explain(Call.of("煤气阀好像没关紧")).ask());
      assertNull(router.explain(Call.of(Data.LAMP)).ask());
    }
  }

  @Test
  void aPackSaysWhichItIs() {
    try (Router router = Router.open(Data.pack().toString())) {
      Pack pack = router.pack();
      assertEquals("chengkou", pack.id());
      assertEquals("城口县", pack.name());
      assertEquals("500229", pack.code());
      assertEquals(LocalDate.of(2018, 7, 1), pack.effectiveFrom());
      assertNull(pack.effectiveTo());
      assertEquals(pack.digest(), router.route(Data.LAMP).packDigest());
      assertEquals(Data.pack().toFile().length(), pack.byteCount());
    }
  }

  @Test
  void resultsCannotBeChanged() {
    try (Router router = Router.open(Data.pack())) {
      Decision decision = router.route(Data.LAMP);
      List<Decision> all = router.routeAll(List.of(Data.LAMP));
      assertThrows(UnsupportedOperationException.class, () -> decision.obligations().clear());
      assertThrows(UnsupportedOperationException.class, () -> decision.basis().clear());
      assertThrows(UnsupportedOperationException.class, all::clear);
    }
  }

  @Test
  void noTextsNoDecisions() {
    try (Router router = Router.open(Data.pack())) {
      assertEquals(List.of(), router.routeAll(List.of()));
    }
  }
}
