package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a call costs from Java beside the same call from C: {@code Bench CALLS PACK TEXTS…}. Short
 * passes over the texts alternate between the two, so that both see the same machine; processor
 * time of the calling thread, so that a busy machine matters less; the quickest pass of each
 * counts.
 */
final class Bench {
  private static final int PASSES = 101;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final String program;
  private final String pack;
  private long sink;

  private Bench(String program, String pack) {
    this.program = program;
    this.pack = pack;
  }

  public static void main(String[] arguments) throws IOException {
    var bench = new Bench(arguments[0], arguments[1]);
    System.out.printf(
        "%s %s, %s, %d processors; ns of processor time a call, quickest of %d passes (median)%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        PASSES);
    try (Router router = Router.open(bench.pack)) {
      for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
        bench.compare("route", "route", file, text -> router.route(text).basis().size());
      }
      String file = arguments[2];
      bench.compare("json bytes", "json", file, t -> router.routeJsonBytes(Call.of(t)).length);
      bench.compare("json string", "json", file, text -> router.routeJson(text).length());
    }
    if (bench.sink == 0) throw new IllegalStateException("nothing was routed");
  }

  private void compare(String name, String mode, String file, ToIntFunction<String> call)
      throws IOException {
    List<String> texts = Files.readAllLines(Path.of(file), UTF_8);
    for (int i = 0; i < PASSES; i++) pass(texts, call);
    double[] c = new double[PASSES];
    double[] java = new double[PASSES];
    Process process = new ProcessBuilder(program, pack, file, mode).start();
    try (var start = process.outputWriter();
        BufferedReader result = process.inputReader()) {
      for (int i = 0; i < PASSES; i++) {
        start.write("\n");
        start.flush();
        c[i] = Double.parseDouble(result.readLine());
        java[i] = pass(texts, call);
      }
    }
    Arrays.sort(c);
    Arrays.sort(java);
    System.out.printf(
        "%-11s %-6s C %7.0f (%.0f)  Java %7.0f (%.0f)  over C %+6.0f (%+.0f)%n",
        name,
        Path.of(file).getFileName(),
        c[0],
        c[PASSES / 2],
        java[0],
        java[PASSES / 2],
        java[0] - c[0],
        java[PASSES / 2] - c[PASSES / 2]);
  }

  private double pass(List<String> texts, ToIntFunction<String> call) {
    long start = CLOCK.getCurrentThreadCpuTime();
    for (String text : texts) sink += call.applyAsInt(text);
    return (double) (CLOCK.getCurrentThreadCpuTime() - start) / texts.size();
  }
}
