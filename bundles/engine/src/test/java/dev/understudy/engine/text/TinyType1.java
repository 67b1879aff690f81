package dev.understudy.engine.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A Type 1 font of one letter: its A is a box, 500 wide and 700 high. */
final class TinyType1 {

    private static final int FILE_KEY = 55665;
    private static final int GLYPH_KEY = 4330;

    private static final String CLEAR = """
            %!PS-AdobeFont-1.0: Tiny 001.000
            12 dict begin
            /FontInfo 3 dict dup begin
            /FullName (Tiny) readonly def
            /FamilyName (Tiny) readonly def
            end readonly def
            /FontName /Tiny def
            /PaintType 0 def
            /FontType 1 def
            /FontMatrix [0.001 0 0 0.001 0 0] readonly def
            /Encoding StandardEncoding def
            /FontBBox {0 0 600 700} readonly def
            currentdict end
            currentfile eexec
            """;

    private static final String PRIVATE = """
            dup /Private 8 dict dup begin
            /RD {string currentfile exch readstring pop} executeonly def
            /ND {noaccess def} executeonly def
            /NP {noaccess put} executeonly def
            /BlueValues [] def
            /MinFeature {16 16} def
            /password 5839 def
            /lenIV 4 def
            2 index /CharStrings 2 dict dup begin
            """;

    private TinyType1() {}

    static byte[] file() {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(ascii(PRIVATE));
        glyph(secret, ".notdef", program("0 600 hsbw endchar"));
        glyph(
                secret,
                "A",
                program("50 600 hsbw 0 0 rmoveto 500 0 rlineto 0 700 rlineto -500 0 rlineto closepath endchar"));
        secret.writeBytes(ascii("end\nend\nreadonly put\nnoaccess put\n"));
        secret.writeBytes(ascii("dup/FontName get exch definefont pop\nmark currentfile closefile\n"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii(CLEAR));
        file.writeBytes(encrypted(secret.toByteArray(), FILE_KEY));
        file.writeBytes(ascii("\n" + ("0".repeat(64) + "\n").repeat(8) + "cleartomark\n"));
        return file.toByteArray();
    }

    private static void glyph(ByteArrayOutputStream out, String name, byte[] program) {
        byte[] secret = encrypted(program, GLYPH_KEY);
        out.writeBytes(ascii("/" + name + " " + secret.length + " RD "));
        out.writeBytes(secret);
        out.writeBytes(ascii(" ND\n"));
    }

    private static byte[] program(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String word : words.split(" ")) {
            switch (word) {
                case "rlineto" -> out.write(5);
                case "closepath" -> out.write(9);
                case "hsbw" -> out.write(13);
                case "endchar" -> out.write(14);
                case "rmoveto" -> out.write(21);
                default -> number(out, Integer.parseInt(word));
            }
        }
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value) {
        if (Math.abs(value) <= 107) {
            out.write(value + 139);
        } else {
            int rest = Math.abs(value) - 108;
            out.write((value > 0 ? 247 : 251) + rest / 256);
            out.write(rest % 256);
        }
    }

    /** With four bytes before it that mean nothing. */
    private static byte[] encrypted(byte[] plain, int key) {
        byte[] out = new byte[plain.length + 4];
        int state = key;
        for (int i = 0; i < out.length; i++) {
            int next = i < 4 ? 0xaa : plain[i - 4] & 0xff;
            out[i] = (byte) (next ^ state >> 8);
            state = ((out[i] & 0xff) + state) * 52845 + 22719 & 0xffff;
        }
        return out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
