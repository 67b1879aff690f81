package dev.understudy.source.web;

/** An address from which as many foreign images are being fetched as may be. */
final class BusyAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The failure of a connection that would be made for one foreign image too many. */
    BusyAddressException() {
        super("as many foreign images as may be are being fetched from this address");
    }
}
