/**
 * fenliu 分流 for Java: routes China's 110 calls in microseconds, by the rules of one county's plan.
 *
 * <pre>{@code
 * try (Router router = Router.open("chengkou.pack")) {
 *   Decision decision = router.route("葛城街道南大街路灯坏了几天了");
 *   decision.policing();     // NON_POLICE
 *   decision.lead().unit();  // 县城市管理局
 * }
 * }</pre>
 *
 * <p>Names of fields are those of the JSON that {@code fenliu route} prints. A component is null
 * only where its documentation says so; where JSON has null, so has the record. Arguments are never
 * null unless said so ({@link NullPointerException}). Nothing here keeps state of its own outside
 * routers.
 */
package fenliu;
