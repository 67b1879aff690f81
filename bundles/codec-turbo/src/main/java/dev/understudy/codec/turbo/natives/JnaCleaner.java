package dev.understudy.codec.turbo.natives;

/** The thread in which JNA frees what nobody else has freed; all that is allocated here is. */
public final class JnaCleaner {

    private static final String NAME = "JNA Cleaner";

    private JnaCleaner() {}

    /** Ends the thread if there is one: it would keep the classes of this bundle, JNA's among them, when the bundle has gone. */
    public static void end() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(NAME))
                .filter(thread -> thread.getClass().getClassLoader() == JnaCleaner.class.getClassLoader())
                .forEach(Thread::interrupt);
    }
}
