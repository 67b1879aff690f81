package dev.understudy.shell.command;

import dev.understudy.catalog.CatalogService;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.Secondaries;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import dev.understudy.shell.text.IndentedJson;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells how a request is understood and answered, whatever its catalog allows clients to know. */
public final class ExplainCommand implements OperatorCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://[^/?#]*)?/is/image(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#.*)?");

    private final ImageService images;
    private final CatalogService catalogs;
    private final InstantSource clock;
    private final OptionalService<Secondaries> secondaries = new OptionalService<>();

    public ExplainCommand(ImageService images, CatalogService catalogs, InstantSource clock) {
        this.images = images;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** The secondary servers that explanations tell of. */
    public OptionalService<Secondaries> secondaries() {
        return secondaries;
    }

    @Override
    public String help() {
        return """
                understudy:explain 'URL'
                How a request for an image is understood: who set each value, the state of its files, what comes of it now, and
                what would stand in for each kind of failure. URL is the whole address or begins with /is/image, in single
                quotation marks. The secondary server is told of and not asked.""";
    }

    @Override
    public String run(List<String> arguments) {
        Matcher address = ADDRESS.matcher(arguments.size() == 1 ? arguments.get(0) : "");
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "'" + String.join(" ", arguments)
                            + "' is not understood; allowed: one URL that begins with /is/image or http://, in single quotation marks");
        }
        String path = address.group("path");
        Answer answer = images.serve(call(path == null ? "" : path, address.group("query")));
        return answer instanceof Reply reply && reply.body() instanceof Body.Bytes body
                ? IndentedJson.of(new String(body.bytes(), StandardCharsets.UTF_8))
                : "There is no explanation.";
    }

    private Call call(String path, @Nullable String query) {
        return new Call(
                path,
                query == null || query.isEmpty() ? "req=explain" : query + "&req=explain",
                InetAddress.getLoopbackAddress(),
                clock.instant().plus(PATIENCE),
                forwardable(),
                catalogs.catalogs(),
                new AccessRecord(),
                true);
    }

    /** As for a client that asks for the same. */
    private Forwardable forwardable() {
        Secondaries present = secondaries.get();
        if (present == null) {
            return Forwardable.NO;
        }
        return present.forAllCatalogs() ? Forwardable.YES : Forwardable.PER_CATALOG;
    }
}
