package dev.understudy.http.connection;

import java.nio.ByteBuffer;

/**
 * What the first bytes of a connection are, as a header of the PROXY protocol.
 *
 * @param state whether there is one, and whether it can be believed
 * @param problem what is wrong with one that is malformed; else empty
 */
record ProxyHeaderFinding(State state, String problem) {

    static final ProxyHeaderFinding ABSENT = new ProxyHeaderFinding(State.ABSENT, "");
    static final ProxyHeaderFinding INCOMPLETE = new ProxyHeaderFinding(State.INCOMPLETE, "");
    static final ProxyHeaderFinding SOUND = new ProxyHeaderFinding(State.SOUND, "");

    /** The states of a header. */
    enum State {
        /** The connection begins otherwise. */
        ABSENT,
        /** More bytes decide. */
        INCOMPLETE,
        /** The header is whole, and says what it may say. */
        SOUND,
        /** The header says what nobody can believe. */
        MALFORMED
    }

    /** Returns what is found in bytes that have come; with more bytes, what was incomplete is something else, and all else stays. */
    static ProxyHeaderFinding of(ByteBuffer bytes) {
        ByteBuffer own = bytes.slice();
        ProxyHeaderFinding text = TextProxyHeader.find(own);
        return text == ABSENT ? BinaryProxyHeader.find(own) : text;
    }

    static ProxyHeaderFinding malformed(String problem) {
        return new ProxyHeaderFinding(State.MALFORMED, problem);
    }

    /** Returns whether bytes begin with a signature: absent, incomplete, or sound as far as that goes. */
    static State begins(ByteBuffer bytes, byte[] signature) {
        int length = Math.min(bytes.limit(), signature.length);
        for (int i = 0; i < length; i++) {
            if (bytes.get(i) != signature[i]) {
                return State.ABSENT;
            }
        }
        return length < signature.length ? State.INCOMPLETE : State.SOUND;
    }
}
