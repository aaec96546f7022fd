/* Routes calls: the natives of Native.java that take a worker. */
#include <stdlib.h>

#include "fenliu_jni.h"

#define EXPORT(type, name) JNIEXPORT type JNICALL Java_fenliu_Native_##name

/* The Java side's word for a call without a time, in the place of its offset. */
#define NO_TIME INT32_MIN

void throw_out_of_memory(JNIEnv *env) {
  jclass class = (*env)->FindClass(env, "java/lang/OutOfMemoryError");
  if (class != NULL) (*env)->ThrowNew(env, class, "no memory left for a call (fenliu)");
}

EXPORT(jlong, createWorker)(JNIEnv *env, jclass class, jlong router) {
  (void)class;
  worker *made = calloc(1, sizeof *made);
  if (made == NULL || fenliu_scratch_create(&made->scratch) < 0) {
    free(made);
    throw_out_of_memory(env);
    return 0;
  }
  made->router = fenliu_retain((fenliu_router *)(intptr_t)router);
  return (jlong)(intptr_t)made;
}

EXPORT(void, destroyWorker)(JNIEnv *env, jclass class, jlong address) {
  (void)env;
  (void)class;
  worker *old = (worker *)(intptr_t)address;
  fenliu_scratch_destroy(old->scratch);
  fenliu_close(old->router);
  text_buffer_free(&old->text);
  text_buffer_free(&old->place);
  text_buffer_free(&old->id);
  free(old->numbers.items);
  free(old);
}

/* Gathers what a call says; `at` has room for a time. A status, or an exception is pending. */
static int32_t gather(JNIEnv *env, worker *worker, jstring text, jstring place, jstring id,
                      jlong seconds, jint offset, char *at, fenliu_call *call) {
  fenliu_call_init(call);
  if (!text_buffer_take(env, &worker->text, text) ||
      !text_buffer_take(env, &worker->place, place) || !text_buffer_take(env, &worker->id, id)) {
    return FENLIU_ERROR_NULL_ARGUMENT;
  }
  call->text = text_buffer_view(&worker->text);
  call->place = text_buffer_view(&worker->place);
  call->id = text_buffer_view(&worker->id);
  if (offset != NO_TIME) {
    if (!write_time(at, seconds, offset)) return FENLIU_ERROR_BAD_TIMESTAMP;
    call->at = at;
  }
  return FENLIU_OK;
}

static void copy_numbers(JNIEnv *env, const worker *worker, jlongArray out) {
  if ((*env)->GetArrayLength(env, out) < (jsize)worker->numbers.count) return;
  (*env)->SetLongArrayRegion(env, out, 0, (jsize)worker->numbers.count, worker->numbers.items);
}

static void copy_bytes(JNIEnv *env, const worker *worker, jbyteArray out) {
  if ((*env)->GetArrayLength(env, out) < (jsize)worker->json.length) return;
  (*env)->SetByteArrayRegion(env, out, 0, (jsize)worker->json.length,
                             (const jbyte *)worker->json.bytes);
}

/* How many numbers a decision takes, which are in `out` if it has room for them; or an error. */
EXPORT(jint, route)(JNIEnv *env, jclass class, jlong address, jstring text, jstring place,
                    jlong seconds, jint offset, jboolean explain, jlongArray out) {
  (void)class;
  worker *worker = (struct worker *)(intptr_t)address;
  char at[TIME_SIZE];
  fenliu_call call;
  int32_t status = gather(env, worker, text, place, NULL, seconds, offset, at, &call);
  if (status < 0) return status;
  if (explain) call.want = FENLIU_WANT_EVIDENCE | FENLIU_WANT_QUESTION;
  fenliu_decision decision;
  fenliu_decision_init(&decision);
  status = fenliu_route_call(worker->router, worker->scratch, &call, &decision);
  if (status < 0) return status;
  if (!number_buffer_write(&worker->numbers, &decision)) {
    throw_out_of_memory(env);
    return FENLIU_ERROR_NULL_ARGUMENT;
  }
  copy_numbers(env, worker, out);
  return (jint)worker->numbers.count;
}

EXPORT(void, copyNumbers)(JNIEnv *env, jclass class, jlong address, jlongArray out) {
  (void)class;
  copy_numbers(env, (const worker *)(intptr_t)address, out);
}

/* How many bytes a line of JSON takes, which are in `out` if it has room; or an error. */
EXPORT(jint, routeJson)(JNIEnv *env, jclass class, jlong address, jstring text, jstring place,
                        jstring id, jlong seconds, jint offset, jbyteArray out) {
  (void)class;
  worker *worker = (struct worker *)(intptr_t)address;
  char at[TIME_SIZE];
  fenliu_call call;
  int32_t status = gather(env, worker, text, place, id, seconds, offset, at, &call);
  if (status < 0) return status;
  status = fenliu_call_json(worker->router, worker->scratch, &call, &worker->json);
  if (status < 0) return status;
  if (worker->json.length > INT32_MAX) return FENLIU_ERROR_TEXT_TOO_LONG;
  copy_bytes(env, worker, out);
  return (jint)worker->json.length;
}

EXPORT(void, copyBytes)(JNIEnv *env, jclass class, jlong address, jbyteArray out) {
  (void)class;
  copy_bytes(env, (const worker *)(intptr_t)address, out);
}
