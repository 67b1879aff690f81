package dev.understudy.source.web;

import java.io.IOException;
import java.net.SocketAddress;

/** An address that may not be asked for foreign images. */
final class RefusedAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(SocketAddress address) {
        super(address + " is no public address, and not in foreign.addresses");
    }
}
