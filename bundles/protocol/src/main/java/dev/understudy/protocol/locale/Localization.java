package dev.understudy.protocol.locale;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the main catalog of a request says of the request's locale.
 *
 * <p>Source: the reference's pages on locale, object id translation and text string localization.
 */
public final class Localization {

    /** What a locale looks like, for messages. */
    public static final String ALLOWED = "a locale of printable ASCII characters";

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    /** The suffixes of ids in the order in which they are tried; null when ids stay as they are. */
    private final @Nullable List<String> suffixes;
    /** Picks strings; null when they stay as they are. */
    private final @Nullable LocalizedText strings;

    private Localization(@Nullable List<String> suffixes, @Nullable LocalizedText strings) {
        this.suffixes = suffixes;
        this.strings = strings;
    }

    /** Whether a catalog makes a difference between locales. */
    public static boolean isUsedBy(Catalog main) {
        return !main.get(Attributes.LOCALE_MAP).isBlank()
                || !main.get(Attributes.LOCALE_STR_MAP).isBlank();
    }

    /** Whether a text may be a locale. */
    public static boolean isLocale(String text) {
        return PRINTABLE.matcher(text).matches();
    }

    /**
     * The catalogs as a request sees them.
     *
     * @param main the catalog that the request names, one of those; its maps are for all of them
     * @param asked {@code locale=}; empty for none
     * @throws ServeException {@code parameter.invalid} for a locale that the catalog's map of ids has no rule for
     */
    public static Catalogs localized(Catalogs catalogs, Catalog main, String asked) throws ServeException {
        return isUsedBy(main) ? new LocalizedCatalogs(catalogs, of(main, asked)) : catalogs;
    }

    /** The catalogs as they are for all locales. */
    public static Catalogs plain(Catalogs catalogs) {
        return catalogs instanceof LocalizedCatalogs localized ? localized.catalogs() : catalogs;
    }

    /** The suffixes that the ids of a catalog's images have in any locale, each once; without a map of ids none but the empty one. */
    public static Set<String> suffixes(Catalog main) {
        String map = main.get(Attributes.LOCALE_MAP);
        return map.isBlank() ? Set.of("") : LocaleRules.of(map).all();
    }

    /** The rules of a catalog for a locale. */
    static Localization of(Catalog main, String asked) throws ServeException {
        if (!isLocale(asked)) {
            throw new ServeException(new Failure.InvalidParameter("locale", asked, ALLOWED));
        }
        String locale = asked.isEmpty() ? main.get(Attributes.DEFAULT_LOCALE).strip() : asked;
        return new Localization(suffixes(main, locale, asked), strings(main, locale));
    }

    private static @Nullable List<String> suffixes(Catalog main, String locale, String asked) throws ServeException {
        String map = main.get(Attributes.LOCALE_MAP);
        List<String> found =
                map.isBlank() ? null : LocaleRules.of(map).forLocale(locale).orElse(null);
        if (found == null && !map.isBlank() && !asked.isEmpty()) {
            throw new ServeException(new Failure.InvalidParameter("locale", asked, "a locale of attribute::LocaleMap"));
        }
        return found;
    }

    private static @Nullable LocalizedText strings(Catalog main, String locale) {
        String map = main.get(Attributes.LOCALE_STR_MAP);
        if (map.isBlank()) {
            return null;
        }
        List<String> otherwise = locale.isEmpty() ? List.of("") : List.of();
        return new LocalizedText(LocaleRules.of(map).forLocale(locale).orElse(otherwise));
    }

    /** The suffixes of ids in the order in which they are tried; null when ids stay as they are. */
    @Nullable
    List<String> suffixes() {
        return suffixes;
    }

    /** Picks strings; null when they stay as they are. */
    @Nullable
    LocalizedText strings() {
        return strings;
    }
}
