package dev.understudy.codec.font.file;

import dev.understudy.codec.font.file.PostScriptScanner.Kind;
import dev.understudy.codec.font.file.PostScriptScanner.PostScriptToken;
import java.awt.FontFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clear text of a Type 1 font. It has no checksum, so all that can be said about it is whether it reads as the clear text of a
 * font does: the operators are those of fonts, no name is a known one with another letter, and the numbers make sense.
 *
 * <p>Source: Adobe's "Type 1 Font Format", chapters 2 and 10.
 */
final class Type1Header {

    private static final String TEXT = "what stands before its outlines is damaged: ";

    private static final Set<String> OPERATORS = words("""
            FontDirectory ISOLatin1Encoding StandardEncoding abs add aload and array begin bind bitshift ceiling clear cleartomark
            closefile copy count counttomark currentdict currentfile currentpacking cvi cvlit cvn cvr cvs cvx def definefont dict div
            dup eexec end eq exch exec executeonly exit false findfont floor for forall ge get getinterval gt idiv if ifelse index
            internaldict known le length load loop lt mark maxlength mod mul ne neg noaccess not null or packedarray pop pstack put
            putinterval quit rcheck readhexstring readonly readstring repeat restore roll round save setpacking shareddict stop stopped
            store string sub systemdict token true truncate type undef userdict where xcheck xor globaldict setglobal currentglobal
            """);

    private static final Set<String> REQUIRED = words("FontName Encoding PaintType FontType FontMatrix FontBBox");

    /** The names of entries that make a difference, or could. */
    private static final Set<String> KEYS = words("""
            FontName Encoding PaintType FontType FontMatrix FontBBox FontInfo FullName FamilyName Weight ItalicAngle isFixedPitch
            UnderlinePosition UnderlineThickness UniqueID StrokeWidth Metrics version Notice Copyright
            """);

    private static final int MIN_UNITS = 16;
    private static final int MAX_UNITS = 1 << 14;
    private static final double MAX_STRETCH = 1.5;

    private final List<PostScriptToken> tokens;
    private final Set<String> keys = new HashSet<>();

    private Type1Header(List<PostScriptToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Requires that the text could be that of a font.
     *
     * @throws FontFormatException when it could not
     */
    static void requireSound(String text) throws FontFormatException {
        Type1Header header = new Type1Header(PostScriptScanner.tokens(text));
        header.requireOperators();
        header.requireBalance();
        header.requireKeys();
        header.requireNumber("FontType", 1, 1);
        header.requireNumber("PaintType", 0, 2);
        header.requireMatrix();
        if (header.numbers("FontBBox").length != 4) {
            throw damaged("FontBBox");
        }
        header.requireEncoding();
    }

    private void requireOperators() throws FontFormatException {
        for (PostScriptToken token : tokens) {
            if (token.kind() == Kind.OPERATOR && !OPERATORS.contains(token.text())) {
                throw damaged(token.text());
            }
        }
        if (tokens.isEmpty() || !tokens.get(tokens.size() - 1).is(Kind.OPERATOR, "currentfile")) {
            throw damaged("currentfile");
        }
    }

    private void requireBalance() throws FontFormatException {
        StringBuilder open = new StringBuilder();
        for (PostScriptToken token : tokens) {
            if (token.kind() != Kind.BRACKET) {
                continue;
            }
            int kind = "]}".indexOf(token.text());
            if (kind < 0) {
                open.append(token.text());
            } else if (open.length() == 0 || "[{".indexOf(open.charAt(open.length() - 1)) != kind) {
                throw damaged(token.text());
            } else {
                open.setLength(open.length() - 1);
            }
        }
        if (open.length() > 0) {
            throw damaged(open.toString());
        }
    }

    private void requireKeys() throws FontFormatException {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.LITERAL && !tokens.get(i + 1).is(Kind.OPERATOR, "put")) {
                keys.add(tokens.get(i).text());
            }
        }
        for (String key : REQUIRED) {
            if (!keys.contains(key)) {
                throw damaged("there is no " + key);
            }
        }
        for (String key : keys) {
            if (Misspelling.of(key, KEYS, keys)) {
                throw damaged(key);
            }
        }
    }

    private void requireNumber(String key, double min, double max) throws FontFormatException {
        PostScriptToken value = tokens.get(index(key) + 1);
        if (value.kind() != Kind.NUMBER || !isWithin(number(value), min, max)) {
            throw damaged(key);
        }
    }

    /** Requires that glyphs come out upright, or at most slanted, and about as wide as they are drawn. */
    private void requireMatrix() throws FontFormatException {
        double[] matrix = numbers("FontMatrix");
        boolean sound = matrix.length == 6
                && isWithin(1 / matrix[3], MIN_UNITS, MAX_UNITS)
                && isWithin(matrix[0] / matrix[3], 1 / MAX_STRETCH, MAX_STRETCH)
                && matrix[1] == 0
                && Math.abs(matrix[2]) <= matrix[3]
                && matrix[4] == 0
                && matrix[5] == 0;
        if (!sound) {
            throw damaged("FontMatrix");
        }
    }

    /** Requires codes of a byte for glyphs; an encoding of its own name has none. */
    private void requireEncoding() throws FontFormatException {
        for (int i = index("Encoding"); i + 2 < tokens.size(); i++) {
            if (tokens.get(i + 1).kind() == Kind.LITERAL && tokens.get(i + 2).is(Kind.OPERATOR, "put")) {
                PostScriptToken code = tokens.get(i);
                boolean all = code.is(Kind.OPERATOR, "exch")
                        && tokens.get(i + 1).text().equals(".notdef");
                if (!all && !isCode(code)) {
                    throw damaged("the code of " + tokens.get(i + 1).text());
                }
            }
        }
    }

    private static boolean isCode(PostScriptToken token) throws FontFormatException {
        return token.kind() == Kind.NUMBER
                && (token.text().contains("#") || isWithin(number(token), 0, 255) && number(token) % 1 == 0);
    }

    private int index(String key) {
        return tokens.lastIndexOf(new PostScriptToken(Kind.LITERAL, key));
    }

    /** The numbers in the brackets behind a key; none if there is anything else. */
    private double[] numbers(String key) throws FontFormatException {
        List<Double> numbers = new ArrayList<>();
        int at = index(key) + 1;
        if (tokens.get(at).kind() != Kind.BRACKET) {
            throw damaged(key);
        }
        for (at++; tokens.get(at).kind() == Kind.NUMBER; at++) {
            numbers.add(number(tokens.get(at)));
        }
        return tokens.get(at).kind() == Kind.BRACKET
                ? numbers.stream().mapToDouble(Double::doubleValue).toArray()
                : new double[0];
    }

    private static double number(PostScriptToken token) throws FontFormatException {
        if (token.text().contains("#")) {
            throw damaged(token.text());
        }
        return Double.parseDouble(token.text());
    }

    private static boolean isWithin(double value, double min, double max) {
        return value >= min && value <= max;
    }

    private static FontFormatException damaged(String detail) {
        return new FontFormatException(TEXT + detail);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
