package fenliu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Finds and loads the native library: in the folder that the system property {@code
 * fenliu.library.path} names, else out of this jar. What is unpacked is deleted once it is loaded.
 */
final class NativeLibrary {
  private static final String CORE = "libfenliu.so.1";
  private static final String SHIM = "libfenliu_jni.so";

  private NativeLibrary() {}

  static void load() {
    String folder = System.getProperty("fenliu.library.path");
    if (folder != null) {
      load(Path.of(folder).toAbsolutePath());
      return;
    }
    try {
      loadFromJar();
    } catch (IOException error) {
      throw failure("cannot be unpacked into " + System.getProperty("java.io.tmpdir"), error);
    }
  }

  private static void loadFromJar() throws IOException {
    Path folder = Files.createTempDirectory("fenliu");
    try {
      unpack(SHIM, folder);
      unpack(CORE, folder);
      load(folder);
    } finally {
      // Linux keeps what is mapped.
      Files.deleteIfExists(folder.resolve(SHIM));
      Files.deleteIfExists(folder.resolve(CORE));
      Files.deleteIfExists(folder);
    }
  }

  /** The shim looks for the core beside itself, or where the system has it. */
  private static void load(Path folder) {
    Path core = folder.resolve(CORE);
    if (Files.exists(core)) System.load(core.toString());
    System.load(folder.resolve(SHIM).toString());
  }

  private static void unpack(String name, Path folder) throws IOException {
    String resource = "native/" + platform() + "/" + name;
    try (InputStream bytes = NativeLibrary.class.getResourceAsStream(resource)) {
      if (bytes == null) throw failure("is not in this jar for " + platform(), null);
      Files.copy(bytes, folder.resolve(name));
    }
  }

  /** As {@code linux-x86_64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0];
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return system + "-" + (machine.equals("amd64") ? "x86_64" : machine);
  }

  private static UnsatisfiedLinkError failure(String what, Throwable cause) {
    var error =
        new UnsatisfiedLinkError(
            "fenliu's native library "
                + what
                + ": put "
                + SHIM
                + " and "
                + CORE
                + " into a folder and start Java with -Dfenliu.library.path=FOLDER");
    error.initCause(cause);
    return error;
  }
}
