package dev.understudy.engine.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replies that were made without a file. */
class CacheValidatorTest {

    private static final SourceKey PROFILE = new SourceKey(SourceKey.Kind.PROFILE, "", "a.icc", true);

    private final Set<SourceKey> there = new HashSet<>();

    private boolean isUnchanged(Stamp stamp) {
        CacheValidator validator = new CacheValidator(new Files(), Duration.ofSeconds(1), InstantSource.system());
        Reply reply = Reply.of("image/png", new byte[1]).withStamps(List.of(stamp));
        return validator.isUnchanged(new CachedReply(reply, Instant.EPOCH));
    }

    @Test
    void aFileThatIsThereNowMakesAnotherReply() {
        assertEquals(true, isUnchanged(Stamp.absent(PROFILE)));
        assertEquals(false, isUnchanged(new Stamp(PROFILE, 1, 1, "")));
        there.add(PROFILE);
        assertEquals(false, isUnchanged(Stamp.absent(PROFILE)));
        assertEquals(true, isUnchanged(new Stamp(PROFILE, 1, 1, "")));
    }

    @Test
    void aLookIsGoodForTheInterval() {
        there.add(PROFILE);
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        CacheValidator validator = new CacheValidator(new Files(), Duration.ofSeconds(1), () -> now[0]);
        Catalog catalog = TestCatalogs.sample().defaultCatalog();
        Reply reply = Reply.of("image/png", new byte[1]).withStamps(List.of(new Stamp(PROFILE, 1, 1, "")));
        CachedReply cached = new CachedReply(reply, now[0].minusSeconds(60));
        LastLook look = new LastLook();
        assertEquals(false, validator.isFresh(cached, catalog, look));
        assertEquals(true, validator.isGood(cached, catalog, look));
        assertEquals(true, validator.isFresh(cached, catalog, look));
        there.clear();
        now[0] = now[0].plusMillis(999);
        assertEquals(true, validator.isFresh(cached, catalog, look));
        assertEquals(false, validator.isGood(cached, catalog, look), "who may look does");
        now[0] = now[0].plusMillis(1);
        assertEquals(false, validator.isFresh(cached, catalog, look));
    }

    /** Else a replaced file would not be noticed until the clock is there again. */
    @Test
    void aLookThatAClockWhichWasSetBackPutsIntoTheFutureIsNotReliedOn() {
        there.add(PROFILE);
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        CacheValidator validator = new CacheValidator(new Files(), Duration.ofSeconds(1), () -> now[0]);
        TestCatalogs catalogs = TestCatalogs.sample();
        Reply reply = Reply.of("image/png", new byte[1]).withStamps(List.of(new Stamp(PROFILE, 1, 1, "")));
        for (int policy = 0; policy <= 1; policy++) {
            catalogs.defaults().set(Attributes.CACHE_VALIDATION_POLICY, policy);
            LastLook look = new LastLook();
            look.at(now[0]);
            CachedReply cached = new CachedReply(reply, now[0]);
            assertEquals(true, validator.isFresh(cached, catalogs.defaultCatalog(), look));
            now[0] = now[0].minusSeconds(86_400);
            assertEquals(false, validator.isFresh(cached, catalogs.defaultCatalog(), look));
        }
    }

    /** No catalog changes when a foreign image does. */
    @Test
    void aForeignImageIsLookedAtByTheClockWhateverTheCatalogsPolicy() {
        SourceKey foreign = SourceKey.foreign(ForeignUrl.of("http://a.example/b.jpg"));
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        CacheValidator validator = new CacheValidator(new Files(), Duration.ofSeconds(1), () -> now[0]);
        TestCatalogs catalogs = TestCatalogs.sample();
        catalogs.defaults().set(Attributes.CACHE_VALIDATION_POLICY, 1);
        for (SourceKey key : List.of(foreign, PROFILE)) {
            there.add(key);
            Reply reply = Reply.of("image/png", new byte[1]).withStamps(List.of(new Stamp(key, 1, 1, "")));
            CachedReply cached = new CachedReply(reply, now[0]);
            LastLook look = new LastLook();
            now[0] = now[0].plusSeconds(2);
            assertEquals(key == PROFILE, validator.isFresh(cached, catalogs.defaultCatalog(), look), key.toString());
            assertEquals(true, validator.isGood(cached, catalogs.defaultCatalog(), look));
            there.remove(key);
            now[0] = now[0].plusSeconds(2);
            assertEquals(key == PROFILE, validator.isGood(cached, catalogs.defaultCatalog(), look));
        }
    }

    /** As when a catalog and its images are published by a copy that keeps times, after the image was asked for. */
    @Test
    void aCatalogThatIsOlderThanAReplyButCameAfterItChangesTheReply() {
        Instant asked = Instant.parse("2026-01-01T00:00:00Z");
        Instant now = asked.plusSeconds(60);
        CacheValidator validator = new CacheValidator(new Files(), Duration.ofSeconds(1), () -> now);
        TestCatalogs catalogs = TestCatalogs.sample();
        catalogs.defaults().set(Attributes.CACHE_VALIDATION_POLICY, 1).modified(asked.minusSeconds(60));
        Reply reply = Reply.of("image/png", new byte[1]).withStamps(List.of(new Stamp(PROFILE, 1, 1, "")));
        CachedReply cached = new CachedReply(reply, asked);
        assertEquals(true, validator.isGood(cached, catalogs.defaultCatalog()));
        catalogs.defaults().loaded(asked.plusSeconds(30));
        assertEquals(false, validator.isGood(cached, catalogs.defaultCatalog()), "its file is not there any more");
        there.add(PROFILE);
        assertEquals(true, validator.isGood(cached, catalogs.defaultCatalog()));
    }

    private final class Files implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) throws ServeException {
            if (!there.contains(key)) {
                throw new ServeException(new Failure.Missing(key.path(), true));
            }
            return new Stamp(key, 1, 1, "");
        }

        @Override
        public Source open(SourceKey key) {
            throw new AssertionError("nothing is opened here");
        }
    }
}
