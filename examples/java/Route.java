import static java.nio.charset.StandardCharsets.UTF_8;

import fenliu.Call;
import fenliu.Router;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Routes calls, a line each, to a line of JSON each: Route PACK < calls.txt. */
public final class Route {
  public static void main(String[] arguments) throws IOException {
    try (var router = Router.open(arguments[0]);
        var calls = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new BufferedOutputStream(System.out)) {
      for (String text; (text = calls.readLine()) != null; ) {
        out.write(router.routeJsonBytes(Call.of(text)));
        out.write('\n');
      }
    }
  }
}
