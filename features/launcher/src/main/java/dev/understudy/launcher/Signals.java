package dev.understudy.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What an operating system sends to processes. Java has no way of its own to take a signal for anything but a failure; the one
 * that all virtual machines in use have is not looked for until it is used.
 */
final class Signals {

    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final List<String> REQUESTS_TO_END = List.of("TERM", "INT");

    private Signals() {}

    /**
     * Has something done, instead of what the virtual machine would do, when the process is asked to end. Where that is not
     * possible, everything stays as it is.
     */
    static void onRequestToEnd(Runnable action) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            action.run();
            return null;
        };
        for (String name : REQUESTS_TO_END) {
            try {
                handle(name, handler);
            } catch (ReflectiveOperationException e) {
                System.err.println("understudy: SIG" + name + " will look like a failure: " + e);
            }
        }
    }

    private static void handle(String name, InvocationHandler handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        Class<?> type = Class.forName(HANDLER);
        Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, handler);
        signal.getMethod("handle", signal, type)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
