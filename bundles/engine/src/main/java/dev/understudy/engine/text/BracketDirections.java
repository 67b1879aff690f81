package dev.understudy.engine.text;

import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the directions of brackets that belong together in text of both directions, which Java's ordering takes for signs like any
 * other, so that one of them can come to stand far from the other.
 *
 * <p>Source: Unicode Standard Annex 9, rule N0.
 */
final class BracketDirections {

    /** Brackets inside brackets that are looked at, as the annex has it. */
    private static final int DEEPEST = 63;

    private static final String TWO_APART = "[{\uff3b\uff5b";

    private final String text;
    private final int[] levels;
    private final @Nullable Boolean[] rightToLeft;
    private final Map<Integer, Integer> overrides = new TreeMap<>();

    private BracketDirections(String text, int[] levels) {
        this.text = text;
        this.levels = levels;
        rightToLeft = new Boolean[text.length()];
    }

    /**
     * The directions that brackets have to be given, as Java wants them, by their places.
     *
     * @param levels the level at which each character is embedded; below 0 where its direction is given
     * @param java what Java makes of the text
     * @return none where Java has all of them right
     */
    static Map<Integer, Integer> overrides(String text, int[] levels, Bidi java) {
        BracketDirections brackets = new BracketDirections(text, levels);
        int start = 0;
        for (int i = 1; i <= levels.length; i++) {
            if (i == levels.length || levels[i] != levels[start]) {
                if (levels[start] >= 0) {
                    brackets.resolve(start, i);
                }
                start = i;
            }
        }
        boolean right = brackets.overrides.entrySet().stream()
                .allMatch(entry -> java.getLevelAt(entry.getKey()) % 2 == entry.getValue() % 2);
        brackets.overrides.replaceAll((at, level) -> -level);
        return right ? Map.of() : brackets.overrides;
    }

    /** Resolves a stretch of one level. */
    private void resolve(int start, int end) {
        boolean level = isOdd(levels[start]);
        boolean before = isOdd(Math.max(levels[start], start == 0 ? 0 : Math.abs(levels[start - 1])));
        boolean last = before;
        for (int i = start; i < end; i++) {
            rightToLeft[i] = strong(text.charAt(i), last);
            last = isLetter(text.charAt(i)) ? rightToLeft[i] : last;
        }
        Map<Integer, Integer> pairs = pairs(start, end);
        for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
            Boolean direction = direction(pair.getKey(), pair.getValue(), level, before, start);
            if (direction != null) {
                set(pair.getKey(), direction);
                set(pair.getValue(), direction);
            }
        }
    }

    private void set(int at, boolean direction) {
        rightToLeft[at] = direction;
        int level = isOdd(levels[at]) == direction ? levels[at] : levels[at] + 1;
        overrides.put(at, level == 0 ? 2 : level);
    }

    /** The direction of a pair: that of the level if anything in it is so; else that of what is in it, if what comes before is so. */
    private @Nullable Boolean direction(int open, int close, boolean level, boolean before, int start) {
        boolean other = false;
        for (int i = open + 1; i < close; i++) {
            Boolean inside = rightToLeft[i];
            if (inside != null && inside == level) {
                return level;
            }
            other |= inside != null;
        }
        if (!other) {
            return null;
        }
        boolean context = before;
        for (int i = open - 1; i >= start; i--) {
            Boolean known = rightToLeft[i];
            if (known != null) {
                context = known;
                break;
            }
        }
        return context == level ? level : !level;
    }

    /** The places of closing brackets by those of the opening ones. */
    private Map<Integer, Integer> pairs(int start, int end) {
        Map<Integer, Integer> pairs = new TreeMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isBracket(c, Character.START_PUNCTUATION)) {
                if (open.size() == DEEPEST) {
                    return pairs;
                }
                open.push(i);
            } else if (isBracket(c, Character.END_PUNCTUATION)) {
                close(open, i, pairs);
            }
        }
        return pairs;
    }

    /** Closes the nearest bracket of the same kind, and forgets those that have been opened since. */
    private void close(Deque<Integer> open, int at, Map<Integer, Integer> pairs) {
        boolean known = open.stream().anyMatch(opened -> closing(text.charAt(opened)) == text.charAt(at));
        while (known) {
            int opened = open.pop();
            if (closing(text.charAt(opened)) == text.charAt(at)) {
                pairs.put(opened, at);
                return;
            }
        }
    }

    private static boolean isBracket(char c, int type) {
        return Character.isMirrored(c) && Character.getType(c) == type;
    }

    private static char closing(char open) {
        return (char) (open + (TWO_APART.indexOf(open) >= 0 ? 2 : 1));
    }

    private static boolean isOdd(int level) {
        return level % 2 != 0;
    }

    private static boolean isLetter(char c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** Whether a character counts as one that is read from right to left; null if it has no direction of its own. */
    private static @Nullable Boolean strong(char c, boolean last) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> false;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            // numbers go with the letters before
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> last;
            default -> null;
        };
    }
}
