package dev.understudy.engine.service;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.caching.CallTable;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.caching.PlanKeyCache;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.codec.TestCodecs;
import dev.understudy.engine.codec.TestFormats;
import dev.understudy.engine.explain.ExplainResponder;
import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.WorkLimits;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.save.ImageSaver;
import dev.understudy.engine.settings.EngineSettingTable;
import dev.understudy.engine.settings.EngineSettings;
import dev.understudy.engine.settings.SaveQuota;
import dev.understudy.engine.settings.SaveSettings;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.serve.StandIn;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands around the stages of the service in their tests: images are only names, and errors only codes. */
final class EngineSetup {

    private static final Deadline DEADLINE = new Deadline(Duration.ofSeconds(30), InstantSource.system());

    private static final SaveSettings NOTHING_SAVED =
            new SaveSettings(Optional.empty(), AddressFilter.NOBODY, 1, Duration.ofSeconds(30), SaveQuota.NONE);

    private EngineSetup() {}

    /** A gate that lets one work in at a time. */
    static WorkScheduler gate() {
        return new WorkScheduler(
                new WorkLimits(1, 10, 1),
                (worker, failure, time) -> {},
                new ServingListeners(),
                InstantSource.system());
    }

    /** The stages down to what makes the images. */
    static StandInStage service(
            Responder responder, Renderer renderer, WorkScheduler scheduler, ErrorRenderer errors, SourceAccess files) {
        LastGoodImages lastGood =
                new LastGoodImages(new KeptReplies(), new PlanKeyCache(Edition.of("1")), files, InstantSource.system());
        return new StandInStage(
                TestFormats.ALL,
                responder,
                responder,
                lastGood,
                new ExplainResponder(responder, lastGood, new SourceFetch(files, scheduler), renderer, scheduler),
                new ImageSaver(NOTHING_SAVED, renderer, InstantSource.system()),
                errors,
                new SourceExistence(files),
                new FaultInjection(files, errors),
                DEADLINE,
                new PlanKeyCache(Edition.of("1")),
                new CallTable<>(16),
                new CallTable<>(16),
                Duration.ZERO);
    }

    /** The whole engine for a few requests, each of whose images is kept. */
    static Engine engine(TestImages images) {
        return engine(2, 10, images, new KeptReplies(), new FailedSources(10, InstantSource.system()));
    }

    /** The call of a client for a target, a path that may have a query. */
    static Call call(String target, InetAddress client, Catalogs catalogs, AccessRecord accessRecord) {
        int question = target.indexOf('?');
        return new Call(
                question < 0 ? target : target.substring(0, question),
                question < 0 ? null : target.substring(question + 1),
                client,
                Instant.now().plusSeconds(60),
                Forwardable.NO,
                catalogs,
                accessRecord,
                false);
    }

    /** The call of a client on this machine, which is not forwarded. */
    static Call localCall(String target, Catalogs catalogs, AccessRecord accessRecord) {
        return call(target, InetAddress.getLoopbackAddress(), catalogs, accessRecord);
    }

    /** The call of a client on this machine, which may be forwarded, for a query of a path. */
    static Call call(String path, String query, Catalogs catalogs, boolean revalidation) {
        return new Call(
                path,
                query,
                InetAddress.getLoopbackAddress(),
                Instant.now().plusSeconds(60),
                Forwardable.YES,
                catalogs,
                new AccessRecord(),
                false,
                ClientHints.NONE,
                revalidation);
    }

    /** The whole engine, with limits that small images stay below. */
    static Engine engine(int permits, int places, TestImages images, ReplyCache cache, FailedSources failed) {
        return engine(permits, places, images, cache, failed, Map.of());
    }

    /** The same with further settings. */
    static Engine engine(
            int permits,
            int places,
            TestImages images,
            ReplyCache cache,
            FailedSources failed,
            Map<String, Object> more) {
        return engine(permits, places, images, cache, failed, more, InstantSource.system());
    }

    /** The same with a clock. */
    static Engine engine(
            int permits,
            int places,
            TestImages images,
            ReplyCache cache,
            FailedSources failed,
            Map<String, Object> more,
            InstantSource clock) {
        return engine(permits, places, images, cache, failed, more, new ServingListeners(), clock);
    }

    /** The same with listeners. */
    static Engine engine(
            int permits,
            int places,
            TestImages images,
            ReplyCache cache,
            FailedSources failed,
            Map<String, Object> more,
            ServingListeners listeners,
            InstantSource clock) {
        Map<String, Object> written = new HashMap<>(Map.of(
                "MaxRenderRgnPixels", 1,
                "MaxNonDsfSize", 1,
                "MaxMessageSize", 1,
                "renders", permits,
                "queue", places,
                "memory", 10,
                "deadline", 50_000,
                "cache.validationInterval", 60_000));
        written.putAll(more);
        EngineSettings settings =
                EngineSettings.of(EngineSettingTable.TABLE.read(written).values());
        return Engine.assemble(
                Edition.of("1"), settings, TestCodecs.of(images), images, cache, new Codes(), failed, listeners, clock);
    }

    static String text(Reply reply) {
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    /** Draws nothing, and is not to be asked for it. */
    static class NothingDrawn implements Renderer {

        @Override
        public Rendered render(ImagePlan plan, MemoryBudget memory) {
            throw new AssertionError("nothing is drawn here");
        }

        @Override
        public Measured measure(ImagePlan plan, MemoryBudget memory) {
            throw new AssertionError("nothing is measured here");
        }

        @Override
        public SceneGeometry locate(ImagePlan plan, MemoryBudget memory) {
            throw new AssertionError("nothing is located here");
        }

        @Override
        public List<String> requests(ImageFile file, MemoryBudget memory) {
            throw new AssertionError("nothing is looked at here");
        }

        @Override
        public Inspected inspect(ImageFile file, MemoryBudget memory) throws ServeException {
            throw new AssertionError("nothing is looked at here");
        }

        @Override
        public Told tell(ImageFile file, MemoryBudget memory) {
            throw new AssertionError("nothing is looked at here");
        }

        @Override
        public Described describe(ImageFile file, MemoryBudget memory) throws ServeException {
            throw new AssertionError("nothing is looked at here");
        }
    }

    /** Says the code, and remembers in which form and detail it should have. */
    static final class Codes implements ErrorRenderer {

        private ErrorForm form = ErrorForm.PLAIN;
        private int detail;

        ErrorForm form() {
            return form;
        }

        int detail() {
            return detail;
        }

        @Override
        public Reply text(Failure failure, ErrorForm asked, StatusPolicy policy, int detail) {
            form = asked;
            this.detail = detail;
            return Reply.of("text/plain", failure.kind().code().getBytes(StandardCharsets.UTF_8))
                    .withStatus(failure.kind().status(policy))
                    .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
        }

        @Override
        public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
            this.detail = detail;
            return Map.of("error.title", failure.kind().title());
        }
    }

    /**
     * Files that are there or not, and are not opened.
     *
     * @param failures what is wrong with a file; null for nothing
     */
    record Names(Function<SourceKey, ServeException> failures) implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) throws ServeException {
            ServeException failure = failures.apply(key);
            if (failure != null) {
                throw failure;
            }
            return new Stamp(key, 1, 1, "");
        }

        @Override
        public Source open(SourceKey key) {
            throw new AssertionError("nothing is opened here");
        }
    }
}
