// Routes calls, one a line, and prints one JSON line each: route PACK < calls.txt
// With --brief: side, category and lead unit from the fast call, without JSON.
#include <fenliu.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

void check(int32_t status) {
  if (status < 0) throw std::runtime_error(fenliu_error_message(status));
}

std::string_view view(fenliu_string text) { return {text.bytes, text.length}; }

struct Close {
  void operator()(fenliu_router *router) const { fenliu_close(router); }
  void operator()(fenliu_scratch *scratch) const { fenliu_scratch_destroy(scratch); }
};

class Router {
 public:
  explicit Router(const char *pack) {
    fenliu_router *router = nullptr;
    check(fenliu_open(pack, &router));
    router_.reset(router);
    fenliu_scratch *scratch = nullptr;
    check(fenliu_scratch_create(&scratch));
    scratch_.reset(scratch);
  }

  // Valid until the next call.
  fenliu_decision route(std::string_view text) {
    fenliu_decision decision;
    fenliu_decision_init(&decision);
    check(fenliu_route(router_.get(), scratch_.get(), text.data(), text.size(), nullptr, &decision));
    return decision;
  }

  std::string_view json(std::string_view text) {
    fenliu_call call;
    fenliu_call_init(&call);
    call.text = {text.data(), text.size()};
    fenliu_string line{};
    check(fenliu_call_json(router_.get(), scratch_.get(), &call, &line));
    return view(line);
  }

 private:
  std::unique_ptr<fenliu_router, Close> router_;
  std::unique_ptr<fenliu_scratch, Close> scratch_;
};

}  // namespace

int main(int argc, char **argv) try {
  if (argc < 2) throw std::runtime_error("usage: route PACK [--brief] < calls.txt");
  const bool brief = argc > 2 && std::string_view(argv[2]) == "--brief";
  Router router(argv[1]);
  for (std::string line; std::getline(std::cin, line);) {
    if (brief) {
      const fenliu_decision decision = router.route(line);
      std::cout << (decision.urgent ? "! " : "  ") << view(decision.category_name) << " → "
                << view(decision.lead.name) << '\n';
    } else {
      std::cout << router.json(line) << '\n';
    }
  }
  return 0;
} catch (const std::exception &error) {
  std::cerr << error.what() << '\n';
  return 1;
}
