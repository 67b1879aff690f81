package dev.understudy.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureKindTest {

    @Test
    void codesAreUnique() {
        long distinct = Arrays.stream(FailureKind.values())
                .map(FailureKind::code)
                .collect(Collectors.toSet())
                .size();
        assertEquals(FailureKind.values().length, distinct);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void codesAreTokensAndTitlesAreForPeople(FailureKind kind) {
        assertTrue(kind.code().matches("[a-z]+(\\.[a-z]+)?"), kind.code());
        assertTrue(kind.title().matches("[A-Z][A-Za-z' ]+"), kind.title());
    }

    @ParameterizedTest
    @CsvSource({
        "SOURCE_MISSING, 403, 404, NOT_FOUND",
        "OBJECT_UNKNOWN, 403, 404, NOT_FOUND",
        "SOURCE_CORRUPT, 403, 502, CONTENT_OR_USAGE",
        "SOURCE_UNSUPPORTED, 403, 501, CONTENT_OR_USAGE",
        "PROFILE_CORRUPT, 403, 502, CONTENT_OR_USAGE",
        "FONT_CORRUPT, 403, 502, CONTENT_OR_USAGE",
        "STATIC_MISSING, 403, 404, NOT_FOUND",
        "SVG_MISSING, 403, 404, NOT_FOUND",
        "SVG_UNKNOWN, 403, 404, NOT_FOUND",
        "SVG_UNSUPPORTED, 403, 501, CONTENT_OR_USAGE",
        "PARAMETER_INVALID, 403, 400, CONTENT_OR_USAGE",
        "REQUEST_MALFORMED, 403, 400, CONTENT_OR_USAGE",
        "SIZE_LIMIT, 403, 413, CONTENT_OR_USAGE",
        "REQUEST_REFUSED, 403, 403, CONTENT_OR_USAGE",
        "FOREIGN_FAILED, 403, 502, CONTENT_OR_USAGE",
        "SAVE_FAILED, 403, 500, SERVER",
        "SERVER_OVERLOADED, 503, 503, OVERLOAD",
        "STORAGE_UNAVAILABLE, 503, 503, SERVER",
        "SECONDARY_UNREACHABLE, 502, 502, SERVER",
        "SECONDARY_TIMEOUT, 504, 504, SERVER",
        "SECONDARY_BROKEN, 502, 502, SERVER",
        "SECONDARY_BUSY, 503, 503, SERVER",
        "SECONDARY_DOWN, 503, 503, SERVER",
        "SECONDARY_PATH, 403, 400, SERVER",
        "INTERNAL, 500, 500, SERVER",
    })
    void statusesByPolicy(FailureKind kind, int documented, int http, ProcessingStatus logged) {
        assertEquals(documented, kind.status(StatusPolicy.DOCUMENTED));
        assertEquals(http, kind.status(StatusPolicy.HTTP));
        assertEquals(logged, kind.processingStatus());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void aFailureIsNeverASuccess(FailureKind kind) {
        for (StatusPolicy policy : StatusPolicy.values()) {
            assertTrue(kind.status(policy) >= 400 && kind.status(policy) < 600);
        }
        assertFalse(kind.processingStatus() == ProcessingStatus.OK);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void operatorsAreToldWhatToDo(FailureKind kind) {
        assertTrue(kind.remedy().matches("[A-Z].{20,150}\\."), kind.remedy());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void whatIsAboutServersOrAboutWhoAsksIsNotKept(FailureKind kind) {
        boolean passes = kind.isServerFault() || kind.processingStatus() == ProcessingStatus.OVERLOAD;
        boolean refused = kind == FailureKind.REQUEST_REFUSED;
        assertEquals(!passes && !refused, kind.mayBeKept());
    }

    @ParameterizedTest
    @CsvSource({
        "shop/hat, true, SOURCE_MISSING",
        "shop/hat, false, OBJECT_UNKNOWN",
        "shop/hat.svg, true, SVG_MISSING",
        "shop/hat.SVG, false, SVG_UNKNOWN",
        "shop/svg, false, OBJECT_UNKNOWN",
    })
    void vectorImagesAreMissingInTheirOwnWay(String object, boolean cataloged, FailureKind kind) {
        assertEquals(kind, new Failure.Missing(object, cataloged).kind());
    }

    @Test
    void theLogsNumbersAreTheDocumentedOnes() {
        assertEquals(0, ProcessingStatus.OK.ordinal());
        assertEquals(1, ProcessingStatus.NOT_FOUND.ordinal());
        assertEquals(2, ProcessingStatus.CONTENT_OR_USAGE.ordinal());
        assertEquals(3, ProcessingStatus.SERVER.ordinal());
        assertEquals(4, ProcessingStatus.OVERLOAD.ordinal());
    }
}
