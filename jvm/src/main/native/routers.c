/* Opens packs and reads their tables: the natives of Native.java that take a router. */
#include <errno.h>
#include <stdlib.h>

#include "fenliu_jni.h"

#define EXPORT(type, name) JNIEXPORT type JNICALL Java_fenliu_Native_##name

/* 1 if the library that is loaded has all that this one was compiled against. */
EXPORT(jboolean, isCompatible)(JNIEnv *env, jclass class) {
  (void)env;
  (void)class;
  return fenliu_abi_version() >= FENLIU_ABI_VERSION;
}

EXPORT(jstring, version)(JNIEnv *env, jclass class) {
  (void)class;
  return (*env)->NewStringUTF(env, fenliu_version());
}

EXPORT(jstring, message)(JNIEnv *env, jclass class, jint status) {
  (void)class;
  return (*env)->NewStringUTF(env, fenliu_error_message(status));
}

EXPORT(jstring, systemMessage)(JNIEnv *env, jclass class, jint number) {
  (void)class;
  return (*env)->NewStringUTF(env, strerror(number));
}

/* A status; out gets the router, and errno if there is none. */
EXPORT(jint, open)(JNIEnv *env, jclass class, jbyteArray path, jlongArray out) {
  (void)class;
  jsize length = (*env)->GetArrayLength(env, path);
  char *characters = malloc((size_t)length + 1);
  if (characters == NULL) {
    throw_out_of_memory(env);
    return FENLIU_ERROR_NULL_ARGUMENT;
  }
  (*env)->GetByteArrayRegion(env, path, 0, length, (jbyte *)characters);
  characters[length] = '\0';
  fenliu_router *router = NULL;
  errno = 0;
  int32_t status = fenliu_open(characters, &router);
  jlong result[2] = {(jlong)(intptr_t)router, errno};
  free(characters);
  (*env)->SetLongArrayRegion(env, out, 0, 2, result);
  return status;
}

EXPORT(void, close)(JNIEnv *env, jclass class, jlong router) {
  (void)env;
  (void)class;
  fenliu_close((fenliu_router *)(intptr_t)router);
}

/* A status; out gets format version, bytes, first and last day, and four texts. */
EXPORT(jint, pack)(JNIEnv *env, jclass class, jlong router, jlongArray out) {
  (void)class;
  fenliu_pack_info info;
  fenliu_pack_info_init(&info);
  int32_t status = fenliu_pack((const fenliu_router *)(intptr_t)router, &info);
  if (status < 0) return status;
  jlong numbers[12] = {info.format_version, (jlong)info.byte_count, info.effective_from,
                       info.effective_to};
  const fenliu_string texts[4] = {info.id, info.name, info.code, info.digest};
  for (size_t i = 0; i < 4; i++) {
    numbers[4 + 2 * i] = (jlong)(intptr_t)texts[i].bytes;
    numbers[5 + 2 * i] = (jlong)texts[i].length;
  }
  (*env)->SetLongArrayRegion(env, out, 0, 12, numbers);
  return FENLIU_OK;
}

/* Number of rows, or an error. */
EXPORT(jint, tableCount)(JNIEnv *env, jclass class, jlong router, jint table) {
  (void)env;
  (void)class;
  size_t count = 0;
  int32_t status = fenliu_table_count((const fenliu_router *)(intptr_t)router, table, &count);
  return status < 0 ? status : (jint)count;
}

/* A text that lies in memory, NULL for none: the caller knows that it is still there. */
EXPORT(jbyteArray, bytes)(JNIEnv *env, jclass class, jlong address, jint length) {
  (void)class;
  if (address == 0) return NULL;
  jbyteArray copy = (*env)->NewByteArray(env, length);
  if (copy == NULL) return NULL;
  (*env)->SetByteArrayRegion(env, copy, 0, length, (const jbyte *)(intptr_t)address);
  return copy;
}

/* One text of a table, NULL for none or an index out of bounds. */
EXPORT(jbyteArray, tableText)(JNIEnv *env, jclass class, jlong router, jint table, jint row,
                              jint column) {
  fenliu_string text = {NULL, 0};
  int32_t status = fenliu_table_text((const fenliu_router *)(intptr_t)router, table, (size_t)row,
                                     column, &text);
  if (status < 0) return NULL;
  return Java_fenliu_Native_bytes(env, class, (jlong)(intptr_t)text.bytes, (jint)text.length);
}
