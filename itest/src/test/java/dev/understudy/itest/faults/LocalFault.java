package dev.understudy.itest.faults;

import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A row of the table of local faults, or one of several ways to it.
 *
 * @param row the row's number, and a letter for the way
 * @param words what is wrong
 * @param outcome what is said of it, whoever answers
 * @param answers what answers it in each column, in their order
 * @param cause what makes it so
 * @param target what is asked for, with a {@code %s} for the tenant
 * @param right what is asked for once the cause is gone; usually the same
 * @param recovered what answers then; usually what was asked for
 */
record LocalFault(
        String row,
        String words,
        Outcome outcome,
        List<FaultAnswer> answers,
        Cause cause,
        String target,
        String right,
        FaultAnswer recovered) {

    /** What most rows ask for. */
    static final String IMAGE = "/is/image/%s/image?fmt=png&wid=40";

    /**
     * What is said of a fault.
     *
     * @param status of the text
     * @param title the whole of the text, since no details are asked for
     * @param processingStatus of the access log
     */
    record Outcome(String code, int status, String title, int processingStatus) {}

    /**
     * What makes a fault; an empty one for requests that are wrong themselves.
     *
     * @param breakage what is done to the tenant's files
     * @param given what the tenant has among its attributes, and keeps
     * @param wrong what the tenant has among its attributes until it is mended
     * @param records what the tenant has among its records from then on
     */
    record Cause(Breakage breakage, String given, String wrong, String records) {}

    /** A fault that shows in the tenant's image. */
    static LocalFault of(String row, String words, Outcome outcome, List<FaultAnswer> answers) {
        Cause none = new Cause(tenant -> {}, "", "", "");
        return new LocalFault(row, words, outcome, answers, none, IMAGE, IMAGE, FaultAnswer.RIGHT);
    }

    LocalFault by(Breakage breakage) {
        return because(new Cause(breakage, cause.given, cause.wrong, cause.records));
    }

    /** With these attributes, which are no fault. */
    LocalFault given(String attributes) {
        return because(new Cause(cause.breakage, attributes, cause.wrong, cause.records));
    }

    /** As long as the tenant has these attributes. */
    LocalFault whileSet(String attributes) {
        return because(new Cause(cause.breakage, cause.given, attributes, cause.records));
    }

    /** Until the tenant has these records. */
    LocalFault untilRecorded(String records) {
        return because(new Cause(cause.breakage, cause.given, cause.wrong, records));
    }

    private LocalFault because(Cause newCause) {
        return new LocalFault(row, words, outcome, answers, newCause, target, right, recovered);
    }

    /** Of this target instead of the image. */
    LocalFault at(String newTarget) {
        return new LocalFault(row, words, outcome, answers, cause, newTarget, newTarget, recovered);
    }

    /** Of this target, unless the image is asked for as it should be. */
    LocalFault atFirst(String newTarget) {
        return new LocalFault(row, words, outcome, answers, cause, newTarget, IMAGE, recovered);
    }

    /** With this answer once the cause is gone. */
    LocalFault then(FaultAnswer newRecovered) {
        return new LocalFault(row, words, outcome, answers, cause, target, right, newRecovered);
    }

    FaultAnswer answer(FaultColumn column) {
        return answers.get(column.ordinal());
    }

    /** Whether its cause is in the catalog, which takes a moment to be loaded. */
    boolean isOfCatalog() {
        return !cause.wrong.isEmpty() || !cause.records.isEmpty();
    }

    FaultTenant tenant(Setup setup, FaultColumn column) {
        String name = "fault-" + row + "-" + column.name().toLowerCase(Locale.ROOT);
        return new FaultTenant(setup, name.replace('_', '-'));
    }

    /** The tenant on the server under test, with what is wrong in its catalog but its files sound. */
    void create(Setup setup, FaultColumn column) throws IOException {
        tenant(setup, column).create(LocalFaults.HERE, column.attributes() + cause.given + cause.wrong, "");
    }

    /** The tenant on the secondary server, where nothing is wrong. */
    void createSecond(Setup setup) throws IOException {
        tenant(setup, FaultColumn.SECONDARY_SET).create(LocalFaults.THERE, cause.given, cause.records);
    }

    void provoke(Setup setup, FaultColumn column) throws IOException {
        cause.breakage.apply(tenant(setup, column));
    }

    void mend(Setup setup, FaultColumn column) throws IOException {
        FaultTenant tenant = tenant(setup, column);
        tenant.restoreFiles(LocalFaults.HERE);
        if (isOfCatalog()) {
            tenant.writeAttributes(column.attributes() + cause.given);
            tenant.writeRecords(cause.records);
        }
    }

    String title(FaultColumn column) {
        return row + ": " + words + ", " + column;
    }
}
