package dev.understudy.codec.svg.font;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that a font is for. */
final class CharacterRanges {

    /** All characters. */
    static final CharacterRanges ALL = new CharacterRanges(List.of(new Range(0, Character.MAX_CODE_POINT)));

    private static final Pattern RANGE =
            Pattern.compile("[uU]\\+([0-9a-fA-F]{1,6})(?:-([0-9a-fA-F]{1,6}))?|[uU]\\+([0-9a-fA-F]{0,5})(\\?{1,6})");

    private static final int MOST = 2000;

    /** The last characters of ranges that do not touch, by their first ones. */
    private final NavigableMap<Integer, Integer> lasts = new TreeMap<>();

    /** Characters from a first one to a last one. */
    private record Range(int first, int last) {}

    private CharacterRanges(List<Range> ranges) {
        for (Range range : ranges) {
            Map.Entry<Integer, Integer> before = lasts.floorEntry(range.first());
            boolean joined = before != null && before.getValue() >= range.first();
            int first = joined ? before.getKey() : range.first();
            int last = joined ? Math.max(before.getValue(), range.last()) : range.last();
            NavigableMap<Integer, Integer> within = lasts.subMap(first, true, last, true);
            int end = within.values().stream().reduce(last, Math::max);
            within.clear();
            if (first <= end) {
                lasts.put(first, end);
            }
        }
    }

    /** The ranges that {@code unicode-range} lists; nothing when it cannot be read. */
    static Optional<CharacterRanges> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        String[] parts = text.split(",", MOST + 1);
        for (String part : parts) {
            Matcher matcher = RANGE.matcher(part.strip());
            if (!matcher.matches() || parts.length > MOST) {
                return Optional.empty();
            }
            ranges.add(range(matcher));
        }
        return Optional.of(new CharacterRanges(ranges));
    }

    private static Range range(Matcher matcher) {
        if (matcher.group(1) == null) {
            int wild = matcher.group(4).length();
            return new Range(
                    Integer.parseInt(matcher.group(3) + "0".repeat(wild), 16),
                    Integer.parseInt(matcher.group(3) + "f".repeat(wild), 16));
        }
        int first = Integer.parseInt(matcher.group(1), 16);
        return new Range(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2), 16));
    }

    boolean has(int character) {
        Map.Entry<Integer, Integer> range = lasts.floorEntry(character);
        return range != null && character <= range.getValue();
    }
}
