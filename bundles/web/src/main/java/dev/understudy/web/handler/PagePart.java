package dev.understudy.web.handler;

import dev.understudy.http.Forwarding;
import dev.understudy.http.ServingHandler;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.web.page.PageReplies;
import dev.understudy.web.settings.WebSettings;
import org.eclipse.jetty.server.Request;

/** A part of the page, or of what the page asks for: not found while the page is off, and never forwarded. */
abstract class PagePart extends ServingHandler {

    private final boolean on;

    PagePart(Forwarding forwarding, WebSettings settings, String... mounts) {
        super(forwarding, false, mounts);
        on = settings.page();
    }

    /** Makes the answer while the page is on. */
    abstract Answer answerOn(Request request, String path, Forwardable forwardable, AccessRecord accessRecord);

    @Override
    protected final Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        accessRecord.requestType("");
        return on ? answerOn(request, path, forwardable, accessRecord) : notFound();
    }

    static Reply notFound() {
        return PageReplies.words(404, "Not found");
    }

    /** Returns the answer to clients that may not see the details of the health. */
    static Reply refused() {
        return PageReplies.words(403, "Told to clients that health.detail allows");
    }
}
