#!/usr/bin/env python3
"""The commonest pinyin of Han characters → lexicons/base/gazetteer/readings.tsv.

Asks ICU's transliterator Han-Latin (Unicode data, Unicode-3.0 licence) through the libicu of this
machine; parsing its rules takes ICU 0.15 s, too long for every pack. Run again for a new ICU:
scripts/make_readings.py > lexicons/base/gazetteer/readings.tsv
"""
import ctypes, glob, re, unicodedata

PATH = sorted(glob.glob("/usr/lib/*/libicui18n.so.*"), key=len)[0]
VERSION = re.search(r"\.so\.(\d+)", PATH).group(1)
icu = ctypes.CDLL(PATH)
error = ctypes.c_int(0)


def call(name, result, *arguments):
    function = getattr(icu, f"{name}_{VERSION}")
    function.restype = result
    answer = function(*arguments, ctypes.byref(error))
    assert error.value <= 0, f"{name}: ICU error {error.value}"
    return answer


def units(text):
    data = text.encode("utf-16-le")
    return (ctypes.c_uint16 * 64).from_buffer_copy(data.ljust(128, b"\0")), len(data) // 2


name, length = units("Han-Latin")
latin = ctypes.c_void_p(
    call("utrans_openU", ctypes.c_void_p, name, length, 0, None, 0, None))


def reading(character):
    buffer, count = units(character)
    length, limit = ctypes.c_int32(count), ctypes.c_int32(count)
    call("utrans_transUChars", None, latin, buffer, ctypes.byref(length), 64, 0,
         ctypes.byref(limit))
    text = bytes(buffer)[: 2 * length.value].decode("utf-16-le")
    text = unicodedata.normalize("NFD", text).replace("u\u0308", "v")
    text = re.sub("[\u0300-\u036f]", "", text)
    return text if re.fullmatch("[a-z]+", text) else ""


def gb2312():
    """Its 6,763 Han characters, in the order of that standard."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes([row, cell]).decode("gb2312", "ignore")
            if character:
                yield character


common = list(gb2312())
known = set(common)
others = [chr(value) for first, last in ((0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF))
          for value in range(first, last + 1) if chr(value) not in known]
print("character\treading\tcommon")
print(f"# 汉字最常用的读音（不带声调，ü 写作 v），由 scripts/make_readings.py 按 ICU {VERSION} 生成，勿手改；"
      "其他读音写在 sound_readings.tsv。common 为 1 的是 GB 2312 的字。")
for character in common:
    print(f"{character}\t{reading(character)}\t1")
for character in others:
    if reading(character):
        print(f"{character}\t{reading(character)}\t")
