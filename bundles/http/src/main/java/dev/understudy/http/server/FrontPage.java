package dev.understudy.http.server;

import dev.understudy.http.reply.CrossOrigin;
import dev.understudy.http.reply.MethodFilter;
import dev.understudy.http.reply.ReplyWriter;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the root with a page that says what this server is and how to ask for an image; without names of catalogs. */
final class FrontPage extends Handler.Abstract {

    /** The mount of the page. */
    static final String MOUNT = "/";

    private static final byte[] PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Understudy</title>
            <h1>Understudy</h1>
            <p>An image server. Ask for
            <ul>
            <li>an image: <code>/is/image/<i>catalog</i>/<i>image</i>?wid=400</code>
            <li>what is known of it: <code>/is/image/<i>catalog</i>/<i>image</i>?req=props</code>
            <li>static content: <code>/is/content/<i>catalog</i>/<i>item</i></code>
            <li>the state of the server: <a href="/health">/health</a>
            </ul>
            <p>With the samples, which are served when nothing else is configured:
            <a href="/is/image/gallery/bridge?wid=400">/is/image/gallery/bridge?wid=400</a>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private final ReplyWriter writer = new ReplyWriter();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!MethodFilter.answered(request, response, callback, CrossOrigin.CLOSED)) {
            writer.write(request, response, callback, Reply.of("text/html;charset=utf-8", PAGE));
        }
        return true;
    }
}
