package dev.understudy.serve;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Replies that several servers have together: a cache asks for what it does not have itself, and offers what has been made. Nothing
 * here fails: whatever goes wrong between the servers, the reply is made.
 */
@ConsumerType
public interface SharedReplies {

    /** The replies of a server that is by itself. */
    SharedReplies NONE = new SharedReplies() {
        @Override
        public SharedLookup lookUp(String key) {
            return SharedLookup.NOTHING;
        }

        @Override
        public boolean updatesLocalCache() {
            return false;
        }
    };

    /**
     * Looks for a reply that has been made by any of the servers. The call may wait for another server, as long as the settings of
     * whoever implements it let it.
     *
     * @param key as for {@link ReplyCache#fetch}
     */
    SharedLookup lookUp(String key);

    /** Whether a reply of another server is to be kept by this one, too. */
    boolean updatesLocalCache();

    /** The outcome of a look-up, before a reply is made. */
    @ConsumerType
    interface SharedLookup {

        /** The outcome where nothing is shared. */
        SharedLookup NOTHING = new SharedLookup() {
            @Override
            public @Nullable Reply reply() {
                return null;
            }

            @Override
            public void offer(Reply made) {
                // nobody wants it
            }
        };

        /**
         * The reply, with the stamps that its sources have on this server, where they have just been looked at.
         *
         * @return null when there is none, or none in time, or when it was made of other states of its sources than this server has
         */
        @Nullable
        Reply reply();

        /** When the making of the reply began; null when that is not known, or there is none. */
        default @Nullable Instant made() {
            return null;
        }

        /** The IP address of the server that had the reply; null when that is not known, or there is none. */
        default @Nullable String server() {
            return null;
        }

        /**
         * Offers the other servers what has been made since. The call does not wait for them. What may not be shared is left out: stand-ins,
         * and replies whose {@link Reply#freshness() freshness} says that caches that serve several clients may not keep them.
         */
        void offer(Reply made);
    }
}
