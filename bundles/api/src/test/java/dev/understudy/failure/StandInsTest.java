package dev.understudy.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.StandIns.Decision;
import dev.understudy.failure.StandIns.Options;
import dev.understudy.failure.StandIns.Rung;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandInsTest {

    /** What stands in for each kind when only that one thing is set: default image, error image, secondary server, last good image. */
    private static final String TABLE = """
            SOURCE_MISSING        | default | error | forward | stale
            OBJECT_UNKNOWN        | default | error | -       | stale
            SOURCE_UNREADABLE     | -       | error | forward | stale
            SOURCE_CORRUPT        | -       | error | forward | stale
            SOURCE_UNSUPPORTED    | -       | error | forward | stale
            PROFILE_CORRUPT       | -       | error | forward | stale
            FONT_CORRUPT          | -       | error | forward | stale
            STATIC_MISSING        | -       | -     | forward | -
            STATIC_UNREADABLE     | -       | -     | forward | -
            SVG_MISSING           | -       | error | forward | stale
            SVG_UNKNOWN           | -       | error | -       | stale
            SVG_UNSUPPORTED       | -       | error | -       | stale
            PARAMETER_INVALID     | -       | error | -       | -
            REQUEST_MALFORMED     | -       | error | -       | -
            REQUEST_UNSUPPORTED   | -       | error | -       | -
            SIZE_LIMIT            | -       | error | -       | -
            REQUEST_REFUSED       | -       | -     | -       | -
            FOREIGN_FAILED        | -       | error | -       | -
            SAVE_FAILED           | -       | -     | -       | -
            SERVER_OVERLOADED     | -       | -     | -       | -
            STORAGE_UNAVAILABLE   | -       | -     | forward | stale
            SECONDARY_UNREACHABLE | -       | -     | -       | -
            SECONDARY_TIMEOUT     | -       | -     | -       | -
            SECONDARY_BROKEN      | -       | -     | -       | -
            SECONDARY_BUSY        | -       | -     | -       | -
            SECONDARY_DOWN        | -       | -     | -       | -
            SECONDARY_PATH        | -       | -     | -       | -
            INTERNAL              | -       | error | -       | -
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void eachAloneStandsInOnlyForItsKinds(
            FailureKind kind, String defaultImage, String errorImage, String secondary, String lastGood) {
        Options image = new Options(false, false, true, false, false, false, false);
        assertEquals(Decision.TEXT, request(kind, image));
        assertEquals(decision(defaultImage), request(kind, new Options(false, false, true, true, false, false, false)));
        assertEquals(decision(errorImage), request(kind, new Options(false, false, true, false, false, false, true)));
        assertEquals(decision(lastGood), request(kind, image.withLastGood(true)));
        assertEquals(decision(secondary), request(kind, new Options(true, false, true, false, false, false, false)));
    }

    @Test
    void theTableNamesEveryKindOnce() {
        List<String> rows =
                TABLE.lines().map(line -> line.split("\\|")[0].strip()).toList();
        assertEquals(EnumSet.allOf(FailureKind.class).stream().map(Enum::name).toList(), rows);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void withEverythingSetTheSecondaryComesFirstThenTheDefaultImageThenTheErrorImage(FailureKind kind) {
        Decision highest = Decision.TEXT;
        if (kind.allows(FailureKind.AllowedStandIn.SECONDARY)) {
            highest = Decision.FORWARD;
        } else if (kind.allows(FailureKind.AllowedStandIn.DEFAULT_IMAGE)) {
            highest = Decision.RENDER_DEFAULT_IMAGE;
        } else if (kind.allows(FailureKind.AllowedStandIn.ERROR_IMAGE)) {
            highest = Decision.RENDER_ERROR_IMAGE;
        }
        assertEquals(highest, request(kind, new Options(true, false, true, true, false, false, true)));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void theLastGoodImageComesAfterTheSecondaryAndBeforeTheDefaultImage(FailureKind kind) {
        Options local = new Options(false, true, true, true, false, false, true);
        if (kind.allows(FailureKind.AllowedStandIn.LAST_GOOD)) {
            assertEquals(Decision.SERVE_LAST_GOOD, request(kind, local));
        } else {
            assertNotEquals(Decision.SERVE_LAST_GOOD, request(kind, local));
        }
        if (kind.allows(FailureKind.AllowedStandIn.SECONDARY)) {
            assertEquals(Decision.FORWARD, request(kind, new Options(true, true, true, true, false, false, true)));
        }
        for (Rung rung : List.of(Rung.SUBSTITUTED_LAYERS, Rung.DEFAULT_IMAGE, Rung.ERROR_IMAGE)) {
            assertNotEquals(Decision.SERVE_LAST_GOOD, StandIns.decide(kind, rung, local));
        }
    }

    @Test
    void modeOneReplacesTheLayerOnceOnly() {
        Options untried = new Options(false, false, true, true, true, false, true);
        Options tried = new Options(false, false, true, true, true, true, true);
        assertEquals(Decision.SUBSTITUTE_LAYER, request(FailureKind.SOURCE_MISSING, untried));
        assertEquals(Decision.RENDER_ERROR_IMAGE, request(FailureKind.SOURCE_MISSING, tried));
    }

    @Test
    void whereOneLayerIsReplacedOthersCanBeButNothingIsForwardedAnyMore() {
        Options untried = new Options(true, false, true, true, true, false, true);
        Options tried = new Options(true, false, true, true, true, true, true);
        Options whole = new Options(true, false, true, true, false, false, true);
        assertEquals(Decision.SUBSTITUTE_LAYER, substituted(untried));
        assertEquals(Decision.RENDER_ERROR_IMAGE, substituted(tried));
        assertEquals(Decision.RENDER_ERROR_IMAGE, substituted(whole));
    }

    private static Decision substituted(Options options) {
        return StandIns.decide(FailureKind.SOURCE_MISSING, Rung.SUBSTITUTED_LAYERS, options);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void whatIsNoImageGetsNoImage(FailureKind kind) {
        Options properties = new Options(false, false, false, true, true, false, true);
        assertEquals(Decision.TEXT, request(kind, properties));
    }

    @Test
    void propertiesOfABrokenImageAreForwardedLikeTheImage() {
        Options properties = new Options(true, false, false, true, false, false, true);
        assertEquals(Decision.FORWARD, request(FailureKind.SOURCE_CORRUPT, properties));
        assertEquals(Decision.TEXT, request(FailureKind.OBJECT_UNKNOWN, properties));
    }

    @Test
    void aFailedDefaultImageIsNotForwardedNorReplacedByItself() {
        Options all = new Options(true, false, true, true, false, false, true);
        assertEquals(Decision.RENDER_ERROR_IMAGE, StandIns.decide(FailureKind.SOURCE_MISSING, Rung.DEFAULT_IMAGE, all));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void aFailedErrorImageIsText(FailureKind kind) {
        for (Options options : allOptions()) {
            assertEquals(Decision.TEXT, StandIns.decide(kind, Rung.ERROR_IMAGE, options));
        }
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void nothingStandsInThatIsNotSet(FailureKind kind) {
        for (Options options : allOptions()) {
            for (Rung rung : Rung.values()) {
                Decision decision = StandIns.decide(kind, rung, options);
                assertTrue(possible(options).contains(decision), () -> rung + " " + options + ": " + decision);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void everyLadderEnds(FailureKind kind) {
        for (Options options : allOptions()) {
            Decision first = request(kind, options);
            if (first == Decision.RENDER_DEFAULT_IMAGE) {
                assertNotEquals(first, StandIns.decide(kind, Rung.DEFAULT_IMAGE, options));
            }
        }
    }

    private static Decision request(FailureKind kind, Options options) {
        return StandIns.decide(kind, Rung.REQUEST, options);
    }

    private static Decision decision(String word) {
        return switch (word) {
            case "forward" -> Decision.FORWARD;
            case "stale" -> Decision.SERVE_LAST_GOOD;
            case "default" -> Decision.RENDER_DEFAULT_IMAGE;
            case "error" -> Decision.RENDER_ERROR_IMAGE;
            default -> Decision.TEXT;
        };
    }

    private static Set<Decision> possible(Options options) {
        EnumSet<Decision> possible = EnumSet.of(Decision.TEXT);
        if (options.secondary()) {
            possible.add(Decision.FORWARD);
        }
        if (options.lastGood()) {
            possible.add(Decision.SERVE_LAST_GOOD);
        }
        if (options.image() && options.defaultImage()) {
            possible.add(options.layerOnly() ? Decision.SUBSTITUTE_LAYER : Decision.RENDER_DEFAULT_IMAGE);
        }
        if (options.image() && options.errorImage()) {
            possible.add(Decision.RENDER_ERROR_IMAGE);
        }
        return possible;
    }

    private static List<Options> allOptions() {
        List<Options> all = new ArrayList<>();
        for (int bits = 0; bits < 128; bits++) {
            all.add(new Options(
                    bit(bits, 0), bit(bits, 1), bit(bits, 2), bit(bits, 3), bit(bits, 4), bit(bits, 5), bit(bits, 6)));
        }
        return all;
    }

    private static boolean bit(int bits, int index) {
        return (bits >> index & 1) == 1;
    }

    @ParameterizedTest
    @EnumSource
    void theLastRungIsAlwaysOpen(FailureKind kind) {
        for (StandIns.Rung rung : StandIns.Rung.values()) {
            List<StandIns.Verdict> verdicts = StandIns.verdicts(kind, rung, StandIns.Options.NONE);
            assertEquals(
                    StandIns.Decision.TEXT, verdicts.get(verdicts.size() - 1).decision());
            assertEquals(1, verdicts.stream().filter(StandIns.Verdict::open).count());
            assertTrue(verdicts.stream().noneMatch(verdict -> verdict.why().isBlank()));
        }
    }
}
