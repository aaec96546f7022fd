/*
 * fenliu 分流: routes 110 calls. The C interface of libfenliu.so.1. Plain C99.
 *
 * Status. Every function that can fail returns an int32_t: 0 is FENLIU_OK, negative values are
 * errors, positive values tell something about a call that was carried out in full. Test for
 * `status < 0`. An error leaves output parameters as they were unless its text says otherwise.
 *
 * Text is UTF-8 with a length in bytes; it need not end in NUL. Any bytes are accepted: a call that
 * is not well-formed UTF-8 is routed all the same (ill-formed parts count as characters nobody
 * knows), the decision is handed out, and the status is FENLIU_WARNING_NOT_UTF8. A call for help
 * must never go unanswered for the sake of its encoding; who wants to refuse it treats that status
 * as an error.
 *
 * Threads. A router is immutable: any number of threads may use one at a time. A scratch serves one
 * thread at a time. Routing waits for no lock of the library's, so a process may fork at any moment
 * and go on routing in the child. There is no global state.
 *
 * Ownership. Who opens, retains or creates must close or destroy. A fenliu_string is a view: what
 * it points to is not NUL-terminated and belongs to the router (names) or the scratch (arrays, JSON).
 * Views into a router are valid until its last owner closes it, views into a scratch until the
 * scratch is next used or destroyed.
 *
 * Growth. Structs begin with the size that the caller knows them by; new fields are added at the
 * end only. Elements of arrays (fenliu_part, fenliu_row …) keep their layout as long as the soname.
 */
#ifndef FENLIU_H
#define FENLIU_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The interface this header describes: grows by one when something is added. */
#define FENLIU_ABI_VERSION 1

/* ---- Status ---- */

#define FENLIU_OK 0
/* The text is not well-formed UTF-8. The decision was made and handed out. */
#define FENLIU_WARNING_NOT_UTF8 1
/* A sink returned non-zero, and the rest of the batch was not routed. */
#define FENLIU_STOPPED 2
#define FENLIU_ERROR_NULL_ARGUMENT (-1)
/* struct_size is not that of any version of the struct: it was probably not set. */
#define FENLIU_ERROR_STRUCT_SIZE (-2)
/* The buffer is too small; the room it takes has been put where the function says. */
#define FENLIU_ERROR_BUFFER_TOO_SMALL (-3)
/* The pack file cannot be read; errno says why. */
#define FENLIU_ERROR_IO (-4)
#define FENLIU_ERROR_NOT_A_PACK (-5)
/* The pack was compiled by a newer fenliu, for a format this library does not know. */
#define FENLIU_ERROR_PACK_NEWER (-6)
/* The pack was compiled by an older fenliu: compile it again. */
#define FENLIU_ERROR_PACK_OLDER (-7)
/* The pack is cut short, altered, or lacks something. */
#define FENLIU_ERROR_PACK_DAMAGED (-8)
/* `at` is not RFC 3339 (2026-11-21T20:43:00+08:00). */
#define FENLIU_ERROR_BAD_TIMESTAMP (-9)
/* The handle is closed, or is no handle. Certain only in debug builds of the library, which never
   reuse a handle's memory; in others using a closed handle is undefined. */
#define FENLIU_ERROR_CLOSED (-10)
/* The text, place or id has 2^32 bytes or more. */
#define FENLIU_ERROR_TEXT_TOO_LONG (-11)
/* No such table, row or column; offsets that decrease; or a count that fits no memory. */
#define FENLIU_ERROR_BAD_INDEX (-12)
/* Packs are little-endian: this machine cannot map them. */
#define FENLIU_ERROR_UNSUPPORTED_HOST (-13)

/* What a status means and what to do, in English. Never NULL; valid for ever. */
const char *fenliu_error_message(int32_t status);

#define FENLIU_VERSION "0.1.0"

/* The version of the library that is loaded; valid for ever. */
const char *fenliu_version(void);

/* FENLIU_ABI_VERSION of the library that is loaded: at least that of the header, or what the header
   promises is not all there. */
int32_t fenliu_abi_version(void);

/* UTF-8 text, not NUL-terminated. bytes is NULL where there is none (JSON's null). */
typedef struct fenliu_string {
  const char *bytes;
  size_t length;
} fenliu_string;

/* For printf("%.*s"). */
#define FENLIU_PRINT(string) (int)(string).length, (string).bytes

/* ---- Routers: one pack each ---- */

typedef struct fenliu_router fenliu_router;

/* Maps a pack file, checks it and routes one call, so that later calls find everything ready; the
   file may then be replaced by rename, never overwritten in place. O(size). *out gets a router with
   one owner, NULL on error. */
int32_t fenliu_open(const char *pack_path, fenliu_router **out);

/* The same for a pack in memory, which is copied. */
int32_t fenliu_open_bytes(const void *pack, size_t size, fenliu_router **out);

/* One owner more; returns the router. NULL is fine. */
fenliu_router *fenliu_retain(fenliu_router *router);

/* One owner less; the last one frees the router. NULL is fine. To reload, open the new pack, swap
   the pointer that your threads take their router from, and close the old one: see
   docs/c-library.md. */
void fenliu_close(fenliu_router *router);

typedef struct fenliu_pack_info {
  uint32_t struct_size;   /* set by the caller */
  int32_t format_version;
  fenliu_string id;       /* chengkou */
  fenliu_string name;     /* 城口县 */
  fenliu_string code;     /* administrative code */
  fenliu_string digest;   /* 16 hexadecimal digits, as "pack_digest" in JSON */
  uint64_t byte_count;
  int32_t effective_from; /* first day in force, in days since 1970-01-01 */
  int32_t effective_to;   /* last day in force, INT32_MAX if open */
} fenliu_pack_info;

/* Which pack a router has. O(1). */
int32_t fenliu_pack(const fenliu_router *router, fenliu_pack_info *out);

/* ---- Tables: what the indices in a decision stand for ---- */

#define FENLIU_TABLE_CATEGORIES 0
#define FENLIU_TABLE_UNITS 1
#define FENLIU_TABLE_TOWNSHIPS 2
#define FENLIU_TABLE_PLACES 3 /* a decision's village is one */
#define FENLIU_TABLE_LEVELS 4 /* id and name are the same */
#define FENLIU_TABLE_CHANNELS 5
#define FENLIU_TABLE_CITATIONS 6
#define FENLIU_TABLE_QUESTIONS 7 /* the name is the question; {places} stands for townships */
#define FENLIU_TABLE_DANGERS 8
/* By constant, the same in every pack; id and name are what JSON says. */
#define FENLIU_TABLE_POLICING 9
#define FENLIU_TABLE_INTENTS 10
#define FENLIU_TABLE_PLACE_STATUSES 11
#define FENLIU_TABLE_REVIEW_REASONS 12 /* by number of the bit */

#define FENLIU_COLUMN_ID 0   /* of townships and places the code, of citations the rule */
#define FENLIU_COLUMN_NAME 1 /* of citations the document */
#define FENLIU_COLUMN_KIND 2 /* of channels */
#define FENLIU_COLUMN_NUMBER 3 /* of channels; no string where the plan gives none */
#define FENLIU_COLUMN_SECTION 4 /* of citations */

/* Number of rows of a table. O(1). */
int32_t fenliu_table_count(const fenliu_router *router, int32_t table, size_t *out);

/* One text of a table, valid while the router lives. O(1). */
int32_t fenliu_table_text(const fenliu_router *router, int32_t table, size_t row, int32_t column,
                          fenliu_string *out);

/* ---- Scratch: working memory ---- */

typedef struct fenliu_scratch fenliu_scratch;

/* Memory for one thread at a time and any router. The first call with a router (so the first after
   a reload) allocates and keeps that router alive until the next one; after the longest call so far
   nothing is allocated. */
int32_t fenliu_scratch_create(fenliu_scratch **out);

/* NULL is fine. */
void fenliu_scratch_destroy(fenliu_scratch *scratch);

/* ---- Calls and decisions ---- */

/* What a call asks for besides the decision; takes time and may allocate. */
#define FENLIU_WANT_EVIDENCE 1u   /* fenliu_decision.evidence */
#define FENLIU_WANT_QUESTION 2u   /* fenliu_decision.ask */
#define FENLIU_WANT_BOUNDARIES 4u /* JSON only: "boundaries", as fenliu explain --format json */

typedef struct fenliu_call {
  uint32_t struct_size; /* set by the caller */
  uint32_t want;        /* FENLIU_WANT_… */
  fenliu_string text;
  fenliu_string place;  /* where it is, if the desk knows it apart from the text */
  fenliu_string id;     /* JSON only: goes out as "id" */
  const char *at;       /* when it came in, RFC 3339, NUL-terminated; NULL if unknown */
} fenliu_call;

#define FENLIU_POLICING_POLICE 0
#define FENLIU_POLICING_NON_POLICE 1
#define FENLIU_POLICING_JOINT 2 /* police first, with the unit */
#define FENLIU_POLICING_NONE 3  /* no dispatch */

#define FENLIU_INTENT_REPORT 0     /* 报警 */
#define FENLIU_INTENT_HELP 1       /* 求助 */
#define FENLIU_INTENT_COMPLAINT 2  /* 投诉 */
#define FENLIU_INTENT_TIP_OFF 3    /* 举报 */
#define FENLIU_INTENT_ENQUIRY 4    /* 咨询 */
#define FENLIU_INTENT_SUGGESTION 5 /* 建议 */

#define FENLIU_PLACE_RESOLVED 0
#define FENLIU_PLACE_AMBIGUOUS 1 /* see candidates */
#define FENLIU_PLACE_OUTSIDE 2
#define FENLIU_PLACE_NONE 3

#define FENLIU_REVIEW_NO_EVIDENCE 1u
#define FENLIU_REVIEW_LOW_SCORE 2u
#define FENLIU_REVIEW_SMALL_MARGIN 4u
#define FENLIU_REVIEW_DANGER_WITHOUT_CATEGORY 8u
#define FENLIU_REVIEW_DANGER_WITHOUT_DISPATCH 16u
#define FENLIU_REVIEW_PLACE_OUTSIDE 32u
#define FENLIU_REVIEW_PLACE_AMBIGUOUS 64u
#define FENLIU_REVIEW_NO_UNIT 128u
#define FENLIU_REVIEW_NOT_IN_FORCE 256u
#define FENLIU_REVIEW_POSSIBLE_DANGER 512u

/* Bits of flags. */
#define FENLIU_TEXT_ILL_FORMED 1u

/* A unit with its role, or why it is told, in the plan's words. */
typedef struct fenliu_part {
  int32_t unit; /* -1: none */
  int32_t reserved;
  fenliu_string name;
  fenliu_string role;
} fenliu_part;

typedef struct fenliu_score {
  int32_t category;
  int32_t reserved;
  double score;
} fenliu_score;

#define FENLIU_DUE_UNKNOWN 0 /* no number in the plan, a later event starts it, or no `at` */
#define FENLIU_DUE_AT 1
#define FENLIU_DUE_OUTSIDE_CALENDAR 2

typedef struct fenliu_obligation {
  int32_t unit; /* who owes it */
  int32_t due;  /* FENLIU_DUE_… */
  fenliu_string owner;
  fenliu_string action;
  fenliu_string within;    /* ISO 8601 duration, none where the plan gives no number */
  fenliu_string from;      /* the event the limit runs from */
  fenliu_string condition; /* or none */
  fenliu_string basis;     /* rule id */
  int64_t due_seconds;     /* since 1970-01-01T00:00:00Z, where due is FENLIU_DUE_AT */
  int32_t due_offset;      /* from UTC in seconds, for display */
  int32_t reserved;
} fenliu_obligation;

#define FENLIU_TARGET_CATEGORY 0
#define FENLIU_TARGET_DANGER 1 /* "!" before the id in JSON */
#define FENLIU_TARGET_INTENT 2 /* "=" */
#define FENLIU_TARGET_SIDE 3   /* "%" */
#define FENLIU_TARGET_PLACE 4  /* "place": a name that the text only sounds like */
#define FENLIU_TARGET_OTHER 5

#define FENLIU_ORIGIN_TERM 0
#define FENLIU_ORIGIN_RULE 1
#define FENLIU_ORIGIN_PRESUMPTION 2
#define FENLIU_ORIGIN_MINED 3

/* A piece of the text that counted, ordered by start, then term. */
typedef struct fenliu_evidence {
  int32_t target_kind; /* FENLIU_TARGET_… */
  int32_t target;      /* row of the kind's table */
  int32_t origin;      /* FENLIU_ORIGIN_… */
  int32_t reserved;
  fenliu_string term;   /* term, rule id, or name of the category presumed of */
  fenliu_string context; /* asserted, negated, past … */
  size_t start;         /* byte range in the caller's text, 0…0 for a presumption */
  size_t end;
  double weight; /* in the tables */
  double effect; /* what it added after its context's factor */
} fenliu_evidence;

/* What is to be done about a call. Indices are rows of the tables, -1 for none. */
typedef struct fenliu_decision {
  uint32_t struct_size; /* set by the caller */
  uint32_t flags;       /* FENLIU_TEXT_ILL_FORMED */
  int32_t policing;     /* FENLIU_POLICING_… */
  int32_t category;
  int32_t urgent; /* 1 or 0 */
  int32_t level;  /* -1 where the plan has no levels or nobody is sent */
  int32_t intent; /* FENLIU_INTENT_… */
  int32_t danger; /* the strongest danger */
  int32_t place_status; /* FENLIU_PLACE_… */
  int32_t township;
  int32_t village;
  uint32_t review_reasons; /* bits FENLIU_REVIEW_…; 0: nobody need look */
  double score;
  double confidence; /* 0…1 */
  fenliu_string category_id;
  fenliu_string category_name;
  fenliu_string level_name;
  fenliu_string township_code;
  fenliu_string township_name;
  fenliu_string village_name;
  fenliu_part lead; /* unit is -1 where nobody leads */
  /* Arrays in the scratch. */
  const fenliu_part *co_units;
  size_t co_unit_count;
  const fenliu_part *notify;
  size_t notify_count;
  const fenliu_score *alternatives; /* at most four, best first */
  size_t alternative_count;
  const fenliu_obligation *obligations;
  size_t obligation_count;
  const int32_t *candidates; /* townships an ambiguous place may mean */
  size_t candidate_count;
  const int32_t *channels;
  size_t channel_count;
  const int32_t *basis; /* citations */
  size_t basis_count;
  const fenliu_evidence *evidence; /* if wanted */
  size_t evidence_count;
  fenliu_string ask; /* the one question to put to the caller, if wanted and something is open */
} fenliu_decision;

/* Zeroes a decision and sets its size; so do the two others. */
static inline void fenliu_decision_init(fenliu_decision *decision) {
  memset(decision, 0, sizeof *decision);
  decision->struct_size = (uint32_t)sizeof *decision;
}

static inline void fenliu_call_init(fenliu_call *call) {
  memset(call, 0, sizeof *call);
  call->struct_size = (uint32_t)sizeof *call;
}

static inline void fenliu_pack_info_init(fenliu_pack_info *info) {
  memset(info, 0, sizeof *info);
  info->struct_size = (uint32_t)sizeof *info;
}

/* ---- Routing. All linear in the text. ---- */

/* Routes one text: the fast way. `at_or_null` as fenliu_call.at; out->struct_size must be set. */
int32_t fenliu_route(const fenliu_router *router, fenliu_scratch *scratch, const char *utf8,
                     size_t length, const char *at_or_null, fenliu_decision *out);

/* Routes a call with all that is known and wanted. */
int32_t fenliu_route_call(const fenliu_router *router, fenliu_scratch *scratch,
                          const fenliu_call *call, fenliu_decision *out);

/* Gets each decision of a batch in turn, valid until it returns; decision is NULL if status is an
   error, which stands for that call alone. Non-zero stops the batch. It must neither throw, jump
   out, nor use the batch's scratch. */
typedef int32_t (*fenliu_sink)(void *context, size_t index, int32_t status,
                               const fenliu_decision *decision);

/* Routes calls, in order, on the caller's thread. Errors of one call go to the sink; the function
   returns FENLIU_OK or FENLIU_STOPPED. All calls have the same struct_size. */
int32_t fenliu_route_batch(const fenliu_router *router, fenliu_scratch *scratch,
                           const fenliu_call *calls, size_t count, fenliu_sink sink, void *context);

/* A decision in numbers, for columns: the fields are those of fenliu_decision. */
typedef struct fenliu_row {
  int32_t status; /* of this text: FENLIU_OK, FENLIU_WARNING_NOT_UTF8 or an error */
  int32_t policing;
  int32_t category;
  int32_t urgent;
  int32_t level;
  int32_t intent;
  int32_t lead; /* unit */
  int32_t place_status;
  int32_t township;
  int32_t village;
  uint32_t review_reasons;
  float confidence;
} fenliu_row;

/* `at` of a row that has none. */
#define FENLIU_NO_TIME INT64_MIN

/* Routes a column of texts as Arrow lays it out: text i is data[offsets[i]..<offsets[i + 1]], so
   there are count + 1 offsets. `at_or_null`: count times in seconds since 1970-01-01T00:00:00Z.
   rows has room for count rows; row_size is sizeof(fenliu_row). What is wrong with one text stands
   in its row, whose other fields are then 0; the function returns FENLIU_OK. Threads share a column
   by taking a part and a scratch each. */
int32_t fenliu_route_column(const fenliu_router *router, fenliu_scratch *scratch, const char *data,
                            const int64_t *offsets, size_t count, const int64_t *at_or_null,
                            fenliu_row *rows, size_t row_size);

/* Routes one text and writes the decision as one line of JSON, NUL-terminated, byte for byte what
   `fenliu route` prints (without the line feed). *needed (may be NULL) gets the room it takes, NUL
   included, also with FENLIU_ERROR_BUFFER_TOO_SMALL, which leaves the buffer alone; buffer may be
   NULL if capacity is 0. Needs no scratch: takes one that the router keeps for such calls. */
int32_t fenliu_route_json(const fenliu_router *router, const char *utf8, size_t length,
                          const char *at_or_null, char *buffer, size_t capacity, size_t *needed);

/* The same for a call with all that is known and wanted; *json lies in the scratch and is followed
   by a NUL that its length does not count. */
int32_t fenliu_call_json(const fenliu_router *router, fenliu_scratch *scratch,
                         const fenliu_call *call, fenliu_string *json);

#ifdef __cplusplus
}
#endif

#endif
