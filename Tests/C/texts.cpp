// Whatever a std::string holds is routed, and what is not UTF-8 is told: texts PACK
#include <fenliu.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

void check(bool holds, const char *what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::exit(1);
}

struct Text {
  std::string bytes;
  int32_t status;
};

}  // namespace

int main(int argc, char **argv) {
  using namespace std::string_literals;
  fenliu_router *router = nullptr;
  fenliu_scratch *scratch = nullptr;
  check(argc == 2 && fenliu_open(argv[1], &router) == FENLIU_OK, "the pack opens");
  check(fenliu_scratch_create(&scratch) == FENLIU_OK, "a scratch is made");
  const std::string leak = "我屋头煤气味大得很";
  const std::vector<Text> texts = {
      {leak, FENLIU_OK},
      {leak + "\0。"s, FENLIU_OK},
      {leak + "\xFF", FENLIU_WARNING_NOT_UTF8},
      {leak + "\xC0\xAF", FENLIU_WARNING_NOT_UTF8},
      {leak + "\xED\xA0\x80", FENLIU_WARNING_NOT_UTF8},
      {"\xE7\x85" + leak, FENLIU_WARNING_NOT_UTF8},
  };
  for (const Text &text : texts) {
    fenliu_decision decision;
    fenliu_decision_init(&decision);
    check(fenliu_route(router, scratch, text.bytes.data(), text.bytes.size(), nullptr, &decision) ==
              text.status,
          "the status tells whether the text is UTF-8");
    check((decision.flags & FENLIU_TEXT_ILL_FORMED) == (text.status != FENLIU_OK),
          "so does the flag");
    check(decision.urgent == 1, "the text is routed all the same");
    fenliu_call call;
    fenliu_call_init(&call);
    call.text = call.id = {text.bytes.data(), text.bytes.size()};
    call.want = FENLIU_WANT_BOUNDARIES;
    fenliu_string json;
    check(fenliu_call_json(router, scratch, &call, &json) == text.status, "JSON has the status");
    const std::string_view line(json.bytes, json.length);
    check(line.find('\0') == line.npos && line.find('\xFF') == line.npos, "JSON is plain UTF-8");
    check(line.find("\"urgent\":true") != line.npos, "JSON says the same");
  }
  fenliu_scratch_destroy(scratch);
  fenliu_close(router);
  std::cout << "C++: " << texts.size() << " texts, UTF-8 or not, routed\n";
}
