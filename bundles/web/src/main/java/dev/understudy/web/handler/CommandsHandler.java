package dev.understudy.web.handler;

import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.CommandList;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Json;
import dev.understudy.serve.Reply;
import dev.understudy.web.listing.CommandListing;
import dev.understudy.web.page.PageReplies;
import dev.understudy.web.settings.WebSettings;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Serves the table of commands of the engine that runs; while the engine is being replaced, requests wait for the next one's. */
@Component(service = Handler.class, property = Mounts.MOUNT + "=" + CommandsHandler.PATH)
public final class CommandsHandler extends PagePart {

    static final String PATH = "/understudy/commands.json";

    private final Reply table;

    @Activate
    public CommandsHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) WebSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CommandList commands) {
        super(forwarding, settings, PATH);
        table = PageReplies.revalidated(
                "application/json", Json.of(CommandListing.of(commands)).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    Answer answerOn(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return path.isEmpty() ? table : notFound();
    }
}
