package dev.understudy.web.handler;

import dev.understudy.http.Forwarding;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.web.page.PageFiles;
import dev.understudy.web.settings.WebSettings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/** Serves the files of the page. */
public final class PageHandler extends PagePart {

    /** The mount of the page. */
    public static final String ROOT = "/";

    /** The mount of its files, of which the page itself is the first. */
    public static final String FILES = "/understudy";

    private final PageFiles files;

    private PageHandler(Forwarding forwarding, PageFiles files, WebSettings settings) {
        super(forwarding, settings, ROOT, FILES);
        this.files = files;
    }

    /** Returns a handler whose answers carry the headers that keep browsers from everything that the page does not need. */
    public static Handler strict(Forwarding forwarding, PageFiles files, WebSettings settings) {
        return new StrictHeaders(new PageHandler(forwarding, files, settings));
    }

    @Override
    Answer answerOn(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        Reply file = files.find(path);
        return file == null ? notFound() : file;
    }
}
