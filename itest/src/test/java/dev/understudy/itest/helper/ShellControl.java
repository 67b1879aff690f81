package dev.understudy.itest.helper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Types the line that is the query into the shell of a Karaf, and answers what it has printed when the command has ended. */
public final class ShellControl extends Handler.Abstract {

    /** Where the endpoint is. */
    public static final String MOUNT = "/test/shell";

    private final BundleContext context;

    ShellControl(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String line = URLDecoder.decode(request.getHttpURI().getQuery(), StandardCharsets.UTF_8);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        SessionFactory sessions = context.getService(context.getServiceReference(SessionFactory.class));
        Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            Subject.doAs(administrator(), (PrivilegedExceptionAction<Object>) () -> session.execute(line));
        } finally {
            session.close();
        }
        Content.Sink.write(response, true, printed.toString(StandardCharsets.UTF_8), callback);
        return true;
    }

    /** Whoever may say everything; the class is one of those that Karaf has beside the bundles. */
    private Subject administrator() throws ReflectiveOperationException {
        Class<?> role = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .loadClass("org.apache.karaf.jaas.boot.principal.RolePrincipal");
        Principal admin = (Principal) role.getConstructor(String.class).newInstance("admin");
        return new Subject(true, Set.of(admin), Set.of(), Set.of());
    }
}
