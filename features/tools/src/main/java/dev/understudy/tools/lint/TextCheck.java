package dev.understudy.tools.lint;

import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.QuerySplitter;
import dev.understudy.tools.url.RequestTarget;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be odd about the text of a URL, whatever its catalogs are. */
enum TextCheck {
    TWO_QUESTION_MARKS(
            LintLevel.WARNING,
            "url.two-question-marks",
            "a second question mark follows the first: the command or preset after it is not recognized",
            target -> query(target).startsWith("?")),
    ENTITY(
            LintLevel.WARNING,
            "url.entity",
            "'&amp;' stands where '&' is meant, so that the command after it is not recognized",
            target -> query(target).contains("&amp;")),
    UNTERMINATED(
            LintLevel.WARNING,
            "url.unterminated",
            "a dollar sign has no other one: presets and variables are written $name$",
            TextCheck::hasLoneDollar),
    EMPTY_MODIFIERS(
            LintLevel.NOTE,
            "url.empty-modifiers",
            "nothing stands between two ampersands; that is passed over",
            target -> query(target).contains("&&") || query(target).startsWith("&")),
    ENCODED_BRACES(
            LintLevel.NOTE,
            "url.encoded-braces",
            "braces are percent-encoded; that is read as braces",
            queryHas("%7[bBdD]")),
    ENCODED_DOLLARS(
            LintLevel.NOTE,
            "url.encoded-dollars",
            "dollar signs are percent-encoded; that is read as dollar signs",
            queryHas("%24")),
    EMPTY_ELEMENTS(
            LintLevel.NOTE,
            "url.empty-elements",
            "the path has an empty element; that is passed over",
            target -> target.path().startsWith("/") || target.path().contains("//")),
    NOT_ASCII(
            LintLevel.NOTE,
            "url.not-encoded",
            "the URL has characters that should be percent-encoded",
            target -> target.toString().chars().anyMatch(c -> "\"<>\\^`| ".indexOf(c) >= 0));

    private static final char DOLLAR = '$';

    private final LintLevel level;
    private final String code;
    private final String message;
    private final Predicate<RequestTarget> applies;

    TextCheck(LintLevel level, String code, String message, Predicate<RequestTarget> applies) {
        this.level = level;
        this.code = code;
        this.message = message;
        this.applies = applies;
    }

    /** The finding, if the URL is odd in this way; null if not. */
    @Nullable
    LintFinding find(RequestTarget target) {
        return applies.test(target) ? new LintFinding(level, code, message) : null;
    }

    /** Whether an unknown name is told of by one of these checks already. */
    static boolean explains(String unknown) {
        return unknown.startsWith("?") || unknown.startsWith("$") || unknown.startsWith("amp;");
    }

    private static boolean hasLoneDollar(RequestTarget target) {
        for (Modifier modifier : QuerySplitter.split(query(target))) {
            boolean definition =
                    modifier.hasValue() && modifier.name().startsWith("$") && dollars(modifier.name()) == 1;
            if (!definition && dollars(modifier.name()) % 2 == 1 || dollars(modifier.value()) % 2 == 1) {
                return true;
            }
        }
        return false;
    }

    private static long dollars(String text) {
        return text.chars().filter(c -> c == DOLLAR).count();
    }

    private static String query(RequestTarget target) {
        return target.query() == null ? "" : target.query();
    }

    private static Predicate<RequestTarget> queryHas(String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        return target -> found.test(query(target));
    }
}
