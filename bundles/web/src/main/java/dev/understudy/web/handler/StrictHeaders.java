package dev.understudy.web.handler;

import dev.understudy.http.field.FieldEncoders;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Has browsers load and ask for nothing but what this server has, run no script but the page's own, make no markup of text, and show the
 * page in no frame of another one.
 */
final class StrictHeaders extends Handler.Wrapper {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final List<HttpField> FIELDS = List.of(
            FieldEncoders.field("Content-Security-Policy", POLICY),
            FieldEncoders.field("Referrer-Policy", "no-referrer"),
            FieldEncoders.field("Cross-Origin-Opener-Policy", "same-origin"),
            FieldEncoders.field("Cross-Origin-Resource-Policy", "same-origin"));

    StrictHeaders(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        FIELDS.forEach(response.getHeaders()::put);
        return super.handle(request, response, callback);
    }
}
