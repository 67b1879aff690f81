package dev.understudy.engine.text;

import java.nio.charset.Charset;
import java.util.Map;

/** The 8-bit and double-byte character sets of RTF, by the numbers of the control word {@code fcharset}. */
final class RtfCharsets {

    /** The character set of 8-bit characters where none is given. */
    static final Charset ANSI = Charset.forName("windows-1252");

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(130, "x-Johab"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));

    private RtfCharsets() {}

    /** The character set of a number; {@link #ANSI} for numbers that mean it, are unknown, or that this Java lacks. */
    static Charset of(int number) {
        String name = NAMES.get(number);
        return named(name == null ? "" : name);
    }

    /** The character set of a code page, by the number of the control word {@code ansicpg}; {@link #ANSI} for unknown ones. */
    static Charset ofCodePage(int number) {
        return named(
                switch (number) {
                    case 932 -> "windows-31j";
                    case 936 -> "GBK";
                    case 949 -> "x-windows-949";
                    case 950 -> "Big5";
                    case 874 -> "x-windows-874";
                    case 1361 -> "x-Johab";
                    default -> number >= 1250 && number <= 1258 ? "windows-" + number : "";
                });
    }

    private static Charset named(String name) {
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : ANSI;
    }
}
