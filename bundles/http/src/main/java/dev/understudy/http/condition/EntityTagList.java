package dev.understudy.http.condition;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-None-Match} or {@code If-Match}: either {@code *} or entity tags; RFC 9110, sections 8.8.3 and 13.1. A value
 * that is neither, or only in part, matches nothing, so that no reader takes a part of it for the whole.
 */
public final class EntityTagList {

    private static final String WEAK = "W/";
    private static final EntityTagList ANY = new EntityTagList(true, true, List.of());
    private static final EntityTagList MALFORMED = new EntityTagList(false, false, List.of());

    private final boolean any;
    private final boolean wellFormed;
    private final List<String> tags;

    private EntityTagList(boolean any, boolean wellFormed, List<String> tags) {
        this.any = any;
        this.wellFormed = wellFormed;
        this.tags = List.copyOf(tags);
    }

    /** Returns the list in all fields of this name together, or null if there is no such field. */
    public static @Nullable EntityTagList of(HttpFields headers, HttpHeader name) {
        List<String> values = headers.getValuesList(name);
        return values.isEmpty() ? null : of(String.join(",", values));
    }

    /** Returns the list that a text contains. */
    public static EntityTagList of(String text) {
        List<String> tags = new ArrayList<>();
        boolean separated = true;
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ',' || next == ' ' || next == '\t') {
                separated |= next == ',';
                at++;
                continue;
            }
            int end = endOfTag(text, at);
            if (end < 0 || !separated) {
                return isStar(text) ? ANY : MALFORMED;
            }
            tags.add(text.substring(at, end));
            separated = false;
            at = end;
        }
        return new EntityTagList(false, true, tags);
    }

    /** Returns the end of the entity tag that begins here, or a negative number if none does. */
    private static int endOfTag(String text, int begin) {
        int open = text.startsWith(WEAK, begin) ? begin + WEAK.length() : begin;
        if (open >= text.length() || text.charAt(open) != '"') {
            return -1;
        }
        for (int at = open + 1; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"') {
                return at + 1;
            }
            if (next <= ' ' || next == 0x7f) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isStar(String text) {
        return text.strip().equals("*");
    }

    /** Returns whether the value is {@code *}, which every representation matches. */
    public boolean isAny() {
        return any;
    }

    /** Returns whether the value is {@code *} or a list; one that is neither has no tags. */
    public boolean isWellFormed() {
        return wellFormed;
    }

    /** Returns the tags in their order, with their marks of weakness; none for {@code *}. */
    public List<String> tags() {
        return tags;
    }

    /**
     * Returns whether a representation is in the list by weak comparison, as for {@code If-None-Match}.
     *
     * @param tag of the representation; null if it has none
     */
    public boolean matchesWeakly(@Nullable String tag) {
        return any || (tag != null && tags.stream().map(EntityTagList::opaque).anyMatch(opaque(tag)::equals));
    }

    /**
     * Returns whether a representation is in the list by strong comparison, as for {@code If-Match}: weak tags match nothing.
     *
     * @param tag of the representation; null if it has none
     */
    public boolean matchesStrongly(@Nullable String tag) {
        return any || (tag != null && !tag.startsWith(WEAK) && tags.contains(tag));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
