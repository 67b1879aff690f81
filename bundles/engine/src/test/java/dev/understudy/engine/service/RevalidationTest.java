package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalog;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets that has an answer already, and the key of the cache entry that the log has. */
class RevalidationTest {

    private final NamedImages engine = new NamedImages().without("gone.jpg");
    private final TestCatalog catalog = engine.catalogs
            .defaults()
            .record("there", "there.jpg")
            .record("gone", "gone.jpg")
            .record("default", "default.png")
            .record("for-ever", "gone.jpg");

    @BeforeEach
    void oneImageNeverExpires() {
        catalog.record("for-ever").set(RecordFields.EXPIRATION, Syntaxes.NEVER_EXPIRES);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private int status(String path, String query) {
        return engine.reply(path, query, false).status();
    }

    private String key(String path, String query) {
        engine.reply(path, query, false);
        return String.valueOf(engine.accessRecord.cacheKey());
    }

    @Test
    void whatNeverExpiresIsNotLookedAt() {
        engine.revalidation = true;
        Reply reply = engine.reply("for-ever", "wid=10", true);
        assertEquals(304, reply.status());
        assertEquals(Freshness.of(Syntaxes.NEVER_EXPIRES), reply.freshness());
        assertEquals(304, status("for-ever", "req=mask"));
        assertEquals(List.of(), engine.answered);
    }

    @Test
    void theAttributeSaysSoToo() {
        catalog.set(Attributes.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        engine.revalidation = true;
        assertEquals(304, status("gone.jpg", "wid=10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache=validate", "cache=update", "cache=off", "wid=none", "layer=1&src=there", "req=props"})
    void whatMayChangeIsLookedAt(String query) {
        engine.revalidation = true;
        assertEquals(403, status("for-ever", query));
    }

    @Test
    void whoeverHasNothingGetsAnAnswer() {
        assertEquals(403, status("for-ever", "wid=10"));
        engine.revalidation = true;
        assertEquals(200, status("there", "wid=10"), "which expires");
    }

    @Test
    void theKeyIsThatOfTheImageThatAnswers() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default");
        String key = key("there", "wid=10");
        assertTrue(key.matches("[0-9a-f]{64}"), key);
        assertNotEquals(key, key("there", "wid=20"));
        assertEquals(key, key("there", "wid=10&id=7"));
        assertEquals(key("gone", "wid=10"), key("default", "wid=10"));
    }

    @ParameterizedTest
    @CsvSource({"there, cache=off", "there, req=props", "there, wid=none", "gone, wid=10"})
    void whatIsNotKeptHasNoKey(String path, String query) {
        catalog.record("error", "", "size=100,50&text=$error.title$", "").set(Attributes.ERROR_IMAGE, "error");
        engine.reply(path, query, false);
        assertNull(engine.accessRecord.cacheKey());
        engine.serve(path, query, true);
        assertNull(engine.accessRecord.cacheKey());
    }
}
