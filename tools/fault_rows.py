"""What can go wrong, and what the app does then: the rows of docs/reliability.md."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One fault. `gap` says what of it does not hold, or is not proven, yet."""

    number: int
    fault: str
    behaviour: str
    gap: str = ""


_LATER = "Payments come with a later issue."

ROWS = (
    Row(
        1,
        "The connection is cut in the middle of a page of a sync.",
        "Pages received before stay, the screen does not change, the next sync goes on there.",
    ),
    Row(
        2,
        "An answer ends where the connection does, without a length.",
        "It is not taken for a whole one.",
    ),
    Row(
        3,
        "The length of an answer is too short, or a chunk is cut.",
        "It is tried again; nothing of it is used.",
    ),
    Row(
        4,
        "An answer is no JSON, has NaN, a name twice or 100 000 brackets.",
        "Nothing of it is shown; after more tries it is a fault of the server.",
    ),
    Row(5, "500 before the server committed.", "The same bytes go out again under the same id."),
    Row(6, "500 after the server committed.", "The next try gets the kept answer; one effect."),
    Row(
        7,
        "The answer to a submission is lost.",
        "The submission is uncertain until another try or a question settles it; one effect.",
    ),
    Row(8, "A proxy delivers a submission twice.", "One effect; the second answer says so."),
    Row(9, "The same id arrives on two connections at once.", "One effect, equal answers."),
    Row(10, "The same id arrives with other bytes.", "Refused with 422, set aside for the person."),
    Row(11, "The answer to a request that was given up arrives.", "It changes nothing."),
    Row(12, "Entities change between two pages.", "At the end the copy is the server's head."),
    Row(
        13,
        "Something is deleted between the pages of a first sync.",
        "Its deletion is delivered; it does not appear.",
    ),
    Row(
        14,
        "Old deletions were forgotten while the app was away.",
        "The copy is made anew beside the old one, which stays readable.",
    ),
    Row(
        15,
        "The server was restored from a backup.",
        "The copy is made anew, and what the server had accepted is offered again under its id.",
    ),
    Row(
        16,
        "It was restored and does not say so.",
        "Its number or the digest gives it away; as in row 15.",
    ),
    Row(17, "Many write at once, for long, and roll back.", "Nothing is lost, nobody stalls."),
    Row(
        18,
        "200 000 customers are billed in one day.",
        "At most 1 000 in a transaction; others hardly wait.",
        "There is no billing run in this service, and no load of that size was measured.",
    ),
    Row(
        19,
        "429 with a Retry-After in seconds, as a date, absurd or missing.",
        "It is the least wait, up to an hour.",
    ),
    Row(20, "503 for a day.", "Waits grow to five minutes; every screen works."),
    Row(
        21,
        "A hotel's network answers instead of the server.",
        "It is named; nothing of its page is used and no token goes to it.",
    ),
    Row(
        22,
        "No such name, no way, or an address that swallows everything.",
        "Given up in time: 5 s to connect, 20 s without a byte, 60 s in all.",
    ),
    Row(23, "One byte a second.", "Cut after 60 s."),
    Row(24, "A bomb of compression, a body without end.", "Cut at the ceiling."),
    Row(
        25,
        "This computer's clock is years off, or changes while the app runs.",
        "Days, debts and waits do not depend on it.",
    ),
    Row(26, "The access token runs out in the middle.", "One renewal, and the same request again."),
    Row(27, "The answer to a renewal is lost.", "The token before counts for a minute more."),
    Row(
        28,
        "The right to a contract is taken away in the middle.",
        "Its copy goes; what waits for it is set aside and can be exported.",
    ),
    Row(
        29,
        "The session was ended elsewhere.",
        "The person is asked to sign in; the copy can be read and the outbox stays.",
    ),
    Row(
        30,
        "The server is newer than the app.",
        "What is not known is kept and ignored; an app too old is told so.",
    ),
    Row(
        31,
        "The app is newer than the server.",
        "What the server cannot do is hidden.",
        "There is one version of the protocol, so nothing can be hidden yet.",
    ),
    Row(
        32,
        "An older app opens files of a newer one.",
        "The copy is made anew; the outbox can be read and exported and is not touched.",
    ),
    Row(
        33,
        "The app is killed at any instruction.",
        "Nothing acknowledged is lost, nothing is shown by halves.",
    ),
    Row(
        34,
        "The power is cut.",
        "What was acknowledged is on the disk: the outbox is written through, and copied.",
        "A disk that lies about what it has written is not put to the test with real files.",
    ),
    Row(
        35,
        "The disk is full.",
        "The person is told and nothing is half kept; with room again it goes on.",
    ),
    Row(
        36,
        "cache.db is damaged, cut, deleted or a folder.",
        "It is put aside and fetched again; the outbox is not touched.",
    ),
    Row(
        37,
        "outbox.db is damaged, cut, deleted or a folder.",
        "It is put together from what can be read and its newest copy; the person is told.",
    ),
    Row(
        38,
        "The log beside a file is of another time, its index is gone, or it is lost.",
        "The file opens as it was, or comes back as in rows 36 and 37.",
    ),
    Row(
        39,
        "The key is another one, or the keyring was emptied.",
        "The copy is made again after signing in; an outbox under a lost key is kept aside.",
        "The server keeps no key of the outbox, so what was unsent under a lost key stays unread.",
    ),
    Row(
        40,
        "Another program holds a file.",
        "Some waiting, then a clear sentence; never a second file in silence.",
    ),
    Row(
        41,
        "The app is started twice.",
        "The first window comes to the front; the lock of a dead one is taken over.",
    ),
    Row(42, "Two accounts on one computer.", "Folders and keys of their own, nothing crosses."),
    Row(
        43,
        "One customer enters a reading at two computers, both offline.",
        "Both are sent; the utility decides, and the second one is told.",
    ),
    Row(
        44,
        "The computer sleeps during a request.",
        "Connections are dropped, what is uncertain is settled.",
        "The process is stopped and goes on; no computer was really put to sleep.",
    ),
    Row(
        45,
        "The server stumbles over one submission.",
        "It is set aside, others flow.",
        "A receipt is confirmed by a run without a failure after it; until then it is offered "
        "again under its id. On a line that loses one answer in five that may take long.",
    ),
    Row(
        46,
        "The upload of a photo is cut near its end.",
        "It goes on from there; the submission waits for it.",
    ),
    Row(
        47,
        "The photo's file is changed or removed before it is sent.",
        "Its bytes were copied when the submission was entered.",
    ),
    Row(48, "The browser is closed during a payment.", "Asking ends it.", _LATER),
    Row(49, "The bank's notice is lost, doubled or early.", "The same end.", _LATER),
    Row(50, "Paid too late, twice or another amount.", "Credit, or the open intent.", _LATER),
    Row(51, "The local port of the return is taken.", "Asking alone.", _LATER),
    Row(
        52,
        "A change of a file's tables is interrupted.",
        "It is one transaction: the version before still opens the file.",
    ),
    Row(53, "Signing out without a network.", "What is here goes at once."),
    Row(
        54,
        "A proxy of the system appears or asks for a password.",
        "It is read anew; the environment has no say.",
        "Proxies of the system are not used yet.",
    ),
    Row(55, "The server answers for somebody else.", "Refused."),
    Row(
        56,
        "Everybody comes back at once.",
        "Starts are spread; a server for 10 000 clients keeps half of its time.",
        "No load of that size was measured.",
    ),
)
