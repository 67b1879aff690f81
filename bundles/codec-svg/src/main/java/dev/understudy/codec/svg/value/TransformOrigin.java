package dev.understudy.codec.svg.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The point that stays where it is when an element is transformed.
 *
 * @param x from the left
 * @param y from the top
 */
public record TransformOrigin(Length x, Length y) {

    private static final Length CENTER = new Length(50, true);
    private static final Length END = new Length(100, true);

    private static final Pattern BARE_NUMBER = Pattern.compile("(^|\\s)[+-]?[0-9.]*[1-9][0-9.]*(\\s|$)");

    /** Reads a point: one or two of lengths, percentages and words for edges, and a depth, which changes nothing here. */
    public static TransformOrigin parse(String text) throws ValueException {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(plain.split("\\s+"));
        String first = words.get(0);
        String second = words.size() > 1 ? words.get(1) : "center";
        if (words.size() == 3) {
            Length.parse(words.get(2));
        } else if (words.size() > 3) {
            throw new ValueException(text);
        }
        boolean turned = isVertical(first) || isHorizontal(second);
        String across = turned ? second : first;
        String down = turned ? first : second;
        if (isVertical(across) || isHorizontal(down)) {
            throw new ValueException(text);
        }
        return new TransformOrigin(coordinate(across), coordinate(down));
    }

    private static boolean isHorizontal(String word) {
        return word.equals("left") || word.equals("right");
    }

    private static boolean isVertical(String word) {
        return word.equals("top") || word.equals("bottom");
    }

    private static Length coordinate(String word) throws ValueException {
        return switch (word) {
            case "left", "top" -> Length.ZERO;
            case "center" -> CENTER;
            case "right", "bottom" -> END;
            default -> Length.parse(word);
        };
    }

    /** Whether a text has numbers without a unit, which attributes may have and style sheets may not. */
    public static boolean hasBareNumbers(String text) {
        return BARE_NUMBER.matcher(text).find();
    }
}
