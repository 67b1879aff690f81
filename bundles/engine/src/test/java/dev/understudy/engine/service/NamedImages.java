package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ladder of stand-ins above images that are only names: an answer is the names of the files that would be drawn. */
final class NamedImages implements AutoCloseable {

    final TestCatalogs catalogs = new TestCatalogs();
    /** What happens to files instead of being drawn, by their paths. */
    final Map<String, Throwable> failing = new HashMap<>();
    /** What was to be drawn. */
    final List<PlannedRequest> answered = new ArrayList<>();

    final AccessRecord accessRecord = new AccessRecord();

    final EngineSetup.Codes errors = new EngineSetup.Codes();

    /** Whether the client has got an answer before. */
    boolean revalidation;

    /** The faults that the client asks for; null for none. */
    @Nullable
    String fault;

    /** What the client says of itself. */
    ClientHints hints = ClientHints.NONE;

    private final WorkScheduler scheduler = EngineSetup.gate();

    /** Has a file not be there. */
    NamedImages without(String path) {
        String name = path.replaceFirst("[.].*", "");
        failing.put(path, new ServeException(new Failure.Missing(name, path.contains("."))));
        return this;
    }

    Reply reply(String path, String query, boolean forwardable) {
        return assertInstanceOf(Reply.class, serve(path, query, forwardable));
    }

    Answer serve(String path, String query, boolean forwardable) {
        Call call = new Call(
                path,
                query,
                InetAddress.getLoopbackAddress(),
                Instant.now().plusSeconds(60),
                forwardable ? Forwardable.YES : Forwardable.NO,
                catalogs,
                accessRecord,
                false,
                hints,
                revalidation,
                false,
                fault);
        SourceAccess files = new EngineSetup.Names(key -> failure(key) instanceof ServeException known ? known : null);
        return EngineSetup.service(this::answer, new EngineSetup.NothingDrawn(), scheduler, errors, files)
                .serve(call);
    }

    @Override
    public void close() {
        scheduler.close();
    }

    private Throwable failure(SourceKey key) {
        return key.kind() == SourceKey.Kind.ABSENT
                ? new ServeException(new Failure.Missing(key.toString(), key.fromCatalog()))
                : failing.get(key.path());
    }

    private Reply answer(PlannedRequest request, Instant deadline) throws ServeException {
        answered.add(request);
        for (SourceKey key : request.sources()) {
            Throwable failure = failure(key);
            if (failure instanceof Error error) {
                throw error;
            } else if (failure instanceof RuntimeException bug) {
                throw bug;
            } else if (failure instanceof ServeException known) {
                throw known;
            }
        }
        String names =
                String.join(",", request.sources().stream().map(SourceKey::path).toList());
        return Reply.of("image/test", names.getBytes(StandardCharsets.UTF_8))
                .withFreshness(request.freshness())
                .alsoVaryingBy(request.varying());
    }
}
