package fenliu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the native library comes from: a Java machine of its own for each way. */
class LibraryTest {
  /** Routes the sample calls: what the other machine runs. */
  static final class Main {
    public static void main(String[] arguments) {
      var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
      try (Router router = Router.open(Data.pack())) {
        for (String text : Data.lines("samples.txt")) out.println(router.routeJson(text));
      }
    }
  }

  private record Run(int status, List<String> output) {}

  private static Run java(String... options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.add("-Dfenliu.data=" + System.getProperty("fenliu.data"));
    command.addAll(List.of("-cp", place(Main.class) + ":" + place(Router.class)));
    command.add(Main.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output.lines().toList());
  }

  private static Path place(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Test
  void outOfTheJar() throws Exception {
    assertEquals(new Run(0, Data.lines("samples.json")), java());
  }

  @Test
  void outOfAFolder(@TempDir Path folder) throws Exception {
    try (var jar = new JarFile(place(Router.class).toFile())) {
      for (var entry : jar.stream().filter(e -> e.getName().contains("/libfenliu")).toList()) {
        try (InputStream bytes = jar.getInputStream(entry)) {
          Files.copy(bytes, folder.resolve(Path.of(entry.getName()).getFileName()));
        }
      }
    }
    Run run = java("-Dfenliu.library.path=" + folder);
    assertEquals(new Run(0, Data.lines("samples.json")), run);
  }

  @Test
  void aFolderWithoutItIsAnError(@TempDir Path folder) throws Exception {
    Run run = java("-Dfenliu.library.path=" + folder);
    assertFails(run, "UnsatisfiedLinkError");
    assertFails(run, "libfenliu_jni.so");
  }

  @Test
  void aMissingTemporaryFolderSaysWhatToDo(@TempDir Path folder) throws Exception {
    Run run = java("-Djava.io.tmpdir=" + folder.resolve("gone"));
    assertFails(run, "-Dfenliu.library.path=FOLDER");
  }

  /** Some Java machines have a warning of their own to print first. */
  private static void assertFails(Run run, String message) {
    assertEquals(1, run.status);
    assertTrue(run.output.stream().anyMatch(l -> l.contains(message)), run.output::toString);
  }
}
