/* Made by `npm run api:types`, not written by hand. openapi sha256 4e48c4c2f86bbde888298fc69f4c6781735cada25f4caa3750fbeb88dbf4c0e7 */

export interface paths {
  '/appointments/{appointmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One appointment */
    get: operations['getAppointment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Move an appointment to another time or resource, or cancel it */
    patch: operations['changeAppointment'];
    trace?: never;
  };
  '/businesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All businesses, inactive ones too, oldest first */
    get: operations['listBusinesses'];
    put?: never;
    /** Make a business; what is left out of the settings has its default */
    post: operations['createBusiness'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One business with its settings */
    get: operations['getBusiness'];
    put?: never;
    post?: never;
    /** Stop answering for a business; nothing of it is lost, and `active: true` brings it back */
    delete: operations['deactivateBusiness'];
    options?: never;
    head?: never;
    /** Change a business; a call under way keeps what it began with */
    patch: operations['changeBusiness'];
    trace?: never;
  };
  '/businesses/{businessId}/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Appointments that start in a range of dates (both included), in order of time */
    get: operations['listAppointments'];
    put?: never;
    /** Make a confirmed appointment by hand; a time that cannot be booked answers 409 with alternatives */
    post: operations['createAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/availability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The free times of a date, or with a time: whether it can be booked and what could be instead */
    get: operations['getAvailability'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the business has a secret calendar address */
    get: operations['getCalendarFeed'];
    put?: never;
    /**
     * Make a secret calendar address, shown this once; an older one stops working
     * @description Heeds no `Idempotency-Key`: the secret is kept nowhere, so that no answer can be given again; sent twice, the newer address works.
     */
    post: operations['makeCalendarFeed'];
    /** Take the secret calendar address away */
    delete: operations['endCalendarFeed'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is being tried out, if anything, beside what counts */
    get: operations['getDraft'];
    /** Change the draft, made from what counts where there is none; callers notice nothing of it */
    put: operations['putDraft'];
    post?: never;
    /** Throw the draft away */
    delete: operations['deleteDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/leads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who called or was booked, who called last first; `q` looks in names and phone digits */
    get: operations['listLeads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/practice-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A caller of our own rings; follow the call on /live. What it books is given back when it ends
     * @description Heeds no `Idempotency-Key`: a call begins outside the database; sent twice, two callers ring, and what they book is given back.
     */
    post: operations['startPracticeCall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The prompt and the free times as they would be with these words and settings
     * @description Heeds no `Idempotency-Key`: it writes nothing, however often it is sent.
     */
    post: operations['previewBusiness'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/prompt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the model will be told, layer by layer */
    get: operations['getPrompt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** From now on the draft counts; a call under way keeps what it began with */
    post: operations['publishDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reminders that callers asked for, those due last first, and what became of them */
    get: operations['listReminders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/resources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who takes appointments: people, chairs, rooms; the preferred first */
    get: operations['listResources'];
    put?: never;
    /** Add one who takes appointments; without own hours it has those of the business */
    post: operations['createResource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When the business may be booked */
    get: operations['getSettings'];
    /** Set when the business may be booked; fields left out stay as they are */
    put: operations['putSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/test-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Expects you as a caller, in the browser, by Twilio’s Media Streams protocol, within a minute
     * @description Heeds no `Idempotency-Key`: a call begins outside the database; a caller who is not there within a minute is expected no more.
     */
    post: operations['startTestCall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the business was at each change of its words or settings, newest first */
    get: operations['listVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/versions/{number}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make an earlier version count again, as a new version */
    post: operations['restoreVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/waitlist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who waits for a free time, day by day, who came first first; days that are over only where asked */
    get: operations['listWaitlist'];
    put?: never;
    /** Put somebody on the waitlist of a day; the same phone and day again answers 200 with the same entry */
    post: operations['joinWaitlist'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/webhook-deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was told to webhooks, newest first; `dead` ones were given up */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The addresses of this business that are told of events */
    get: operations['listWebhooks'];
    put?: never;
    /** Have an address told of events; the secret that signs them is shown this once */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/businesses/{businessId}/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Tell this address nothing more; what is on its way there is dropped */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls, newest first; of one business, one lead, or only live or ended ones, where asked */
    get: operations['listCalls'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls/{callSid}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One call: its session, its timeline of facts, and what was really heard */
    get: operations['getCall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls/{callSid}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every recorded fact of a call, in order: enough to replay it */
    get: operations['getCallEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls/{callSid}/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything recorded of a call, as a file */
    get: operations['downloadCallLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls/{callSid}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The recorded facts run through today’s machine, moment by moment */
    get: operations['replayCall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calls/{callSid}/script': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller did, as a call script that `npm run call` plays */
    get: operations['getCallScript'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/demo-business': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A Hebrew salon to try things with; where it is there already, that one
     * @description Heeds no `Idempotency-Key`: there is one such business, and whoever asks again is shown it.
     */
    post: operations['makeDemoBusiness'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/doctor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is in order for real calls, and what is to be mended, and how */
    get: operations['getDoctor'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{leadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One lead */
    get: operations['getLead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change what is known of a lead */
    patch: operations['changeLead'];
    trace?: never;
  };
  '/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Server-sent events: first `calls` with every live call, then started, state, fact, server, heard and ended as they happen */
    get: operations['watchLiveCalls'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls, bookings, how fast and how often; of one business where asked. Test and practice calls do not count */
    get: operations['getNumbers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/practice-scripts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Callers of our own who can ring any business */
    get: operations['listPracticeScripts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/resources/{resourceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One resource */
    get: operations['getResource'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change a resource; with `active: false` it takes no more appointments and keeps those it has */
    patch: operations['changeResource'];
    trace?: never;
  };
  '/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in with this cookie; 204 where there is none, 401 where its session is over */
    get: operations['getSession'];
    put?: never;
    /**
     * Sign in, with address and password or with the admin token; the answer sets the session cookie
     * @description Heeds no `Idempotency-Key`: nobody is signed in by an answer that was kept; sent twice, there are two sessions.
     */
    post: operations['openSession'];
    /** Sign out */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/way': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How people sign in here: with the admin token until somebody was added, then with a password */
    get: operations['getWayIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who may open the console, oldest first */
    get: operations['listUsers'];
    put?: never;
    /**
     * Let somebody into the console: an owner into one business, an operator into all
     * @description Heeds no `Idempotency-Key`: no password is kept in any form but the user’s own; of one address there is one user, so the second is refused.
     */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Let somebody into the console no more */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    /** Change a user; where that changes what they may see, their sessions are over */
    patch: operations['changeUser'];
    trace?: never;
  };
  '/users/{userId}/first-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a password with which a user can come in for three days and choose their own; their sessions end
     * @description Heeds no `Idempotency-Key`: no password is kept in any form but the user’s own; sent twice, the newer one counts.
     */
    post: operations['renewFirstPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{userId}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change a password: your own with the current one, or as an operator anybody’s; other sessions end
     * @description Heeds no `Idempotency-Key`: no password is kept in any form but the user’s own; sent twice, it is the same password.
     */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/waitlist/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take somebody off the waitlist */
    delete: operations['leaveWaitlist'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AiPrompt: {
      calls: string;
    };
    Appointment: {
      /** Format: uuid */
      businessId: string;
      callSid: string | null;
      date: string;
      /** Format: date-time */
      endsAt: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      leadId: string;
      name: string;
      phone: string;
      /** Format: uuid */
      resourceId: string;
      /** Format: date-time */
      startsAt: string;
      /** @enum {string} */
      status: 'held' | 'confirmed' | 'cancelled';
      time: string;
    };
    AppointmentChange: {
      /** Format: written-date */
      date?: string;
      /** Format: uuid */
      resourceId?: string;
      /** @constant */
      status?: 'cancelled';
      /** Format: written-time */
      time?: string;
    };
    AppointmentPage: {
      items: components['schemas']['Appointment'][];
      nextCursor?: string;
    };
    Availability:
      | {
          slots: string[];
        }
      | {
          alternatives: string[];
          /** @enum {string} */
          status:
            | 'available'
            | 'taken'
            | 'closed_day'
            | 'outside_hours'
            | 'off_grid'
            | 'too_soon'
            | 'too_far'
            | 'past'
            | 'bad_time';
        };
    BookingRange: {
      /** Format: date */
      from: string;
      /** Format: date */
      until: string;
    };
    Business: {
      active: boolean;
      aiPrompt: {
        calls: string;
      };
      /** Format: date-time */
      createdAt: string;
      fallbackNumber: string | null;
      /** Format: uuid */
      id: string;
      language: string;
      name: string;
      phoneNumber: string;
      timezone: string;
      /** Format: date-time */
      updatedAt: string;
    };
    BusinessChange: {
      active?: boolean;
      aiPrompt?: components['schemas']['AiPrompt'];
      fallbackNumber?: string | null;
      /** @enum {string} */
      language?: 'he';
      name?: string;
      phoneNumber?: string;
      timezone?: string;
    };
    BusinessPage: {
      items: components['schemas']['Business'][];
      nextCursor?: string;
    };
    BusinessWithSettings: {
      active: boolean;
      aiPrompt: {
        calls: string;
      };
      /** Format: date-time */
      createdAt: string;
      fallbackNumber: string | null;
      /** Format: uuid */
      id: string;
      language: string;
      name: string;
      phoneNumber: string;
      settings: components['schemas']['Settings'];
      timezone: string;
      /** Format: date-time */
      updatedAt: string;
    };
    CalendarFeed: {
      active: boolean;
      since: string | null;
    };
    Call: {
      /** Format: uuid */
      businessId: string;
      callSid: string;
      endedAt: string | null;
      epoch: number;
      from: string | null;
      /** @enum {string} */
      kind: 'phone' | 'test' | 'practice';
      lastAppointmentId: string | null;
      lastConfirmedTime: string | null;
      lastRequestedTime: string | null;
      leadId: string | null;
      live: boolean;
      node: string | null;
      outcome: string | null;
      /** Format: date-time */
      startedAt: string;
      wish: components['schemas']['Wish'];
    };
    CallEvent: {
      fact: unknown;
      ms: number;
      seq: number;
    };
    CallEventPage: {
      items: components['schemas']['CallEvent'][];
    };
    CallLog: {
      call: components['schemas']['Call'];
      events: components['schemas']['CallEvent'][];
      transcript: components['schemas']['TranscriptLine'][];
    };
    CallPage: {
      items: components['schemas']['Call'][];
      nextCursor?: string;
    };
    CallReplay: {
      firstDifference?: {
        fact: string;
        given: string[];
        ms: number;
        recorded: string[];
        seq: number;
        state: unknown;
      };
      frames: {
        fact: {
          type: string;
        } & {
          [key: string]: unknown;
        };
        /** @description What the machine gave out for it */
        given: ({
          type: string;
        } & {
          [key: string]: unknown;
        })[];
        ms: number;
        seq: number;
        /** @description State value of the machine after the fact */
        state: unknown;
      }[];
      identical: boolean;
    };
    CallScript: {
      yaml: string;
    };
    CallStory: {
      session: components['schemas']['Call'];
      /** @description The state value of a call that is live on this node, else null */
      state: unknown;
      timeline: components['schemas']['CallEvent'][];
      transcript: components['schemas']['TranscriptLine'][];
    };
    Credentials:
      | {
          email: string;
          password: string;
        }
      | {
          adminToken: string;
        };
    DateOverride: {
      closed?: boolean;
      /** Format: date */
      date: string;
      label?: string;
      ranges?: components['schemas']['DayRange'][];
    };
    DayRange: [string, string];
    DoctorFindings: {
      items: {
        /** @description What was found, for programs; what and how say it in English */
        code: string;
        how?: string;
        /** @enum {string} */
        kind: 'ok' | 'fix';
        values: {
          [key: string]: string | number;
        };
        what: string;
      }[];
    };
    Draft: {
      aiPrompt: {
        calls: string;
      };
      changedBy: string;
      settings: components['schemas']['Settings'];
      /** Format: date-time */
      updatedAt: string;
    };
    DraftAndPublished: {
      draft: components['schemas']['Draft'] | null;
      published: {
        aiPrompt: {
          calls: string;
        };
        settings: components['schemas']['Settings'];
      };
    };
    DraftChange: {
      aiPrompt?: components['schemas']['AiPrompt'];
      settings?: components['schemas']['SettingsChange'];
    };
    FirstPassword: {
      /** @description A password to begin with, told this once */
      firstPassword: string;
      /** Format: date-time */
      firstPasswordUntil: string;
    };
    HeardSentence: {
      /** @description Where in its audio it was cut; null where it was heard to its end */
      cutAtMs: number | null;
      generatedMs: number;
      heardMs: number;
      heardText: string;
      sentMs: number;
      text: string;
    };
    HolidayChoice: {
      /** @enum {string} */
      chag?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      cholHamoed?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      erevChag?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      independenceDay?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      memorialDay?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      purim?: 'closed' | 'short' | 'ordinary';
      /** @enum {string} */
      tishaBav?: 'closed' | 'short' | 'ordinary';
    };
    Lead: {
      /** Format: uuid */
      businessId: string;
      /** Format: date-time */
      createdAt: string;
      followUp: string | null;
      /** Format: uuid */
      id: string;
      lastCallAt: string | null;
      name: string | null;
      notes: string | null;
      outcome: string | null;
      phone: string | null;
      summary: string | null;
      /** Format: date-time */
      updatedAt: string;
      wish: components['schemas']['Wish'] | null;
    };
    LeadChange: {
      followUp?: string | null;
      name?: string | null;
      notes?: string | null;
      outcome?: string | null;
    };
    LeadPage: {
      items: components['schemas']['Lead'][];
      nextCursor?: string;
    };
    MadeUser: {
      active: boolean;
      businessId: string | null;
      /** Format: date-time */
      createdAt: string;
      email: string;
      /** @description A password to begin with, told this once */
      firstPassword?: string;
      /** @description Until then they may come in with the password they were given and choose their own; null: they did */
      firstPasswordUntil: string | null;
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      role: 'operator' | 'owner';
      /** Format: date-time */
      updatedAt: string;
    };
    NewAppointment: {
      /** Format: written-date */
      date: string;
      name: string;
      phone: string;
      /** Format: uuid */
      resourceId?: string;
      /** Format: written-time */
      time: string;
    };
    NewBusiness: {
      aiPrompt?: components['schemas']['AiPrompt'];
      fallbackNumber?: string | null;
      /** @enum {string} */
      language?: 'he';
      name: string;
      phoneNumber: string;
      settings?: components['schemas']['SettingsChange'];
      timezone?: string;
    };
    NewCalendarFeed: {
      /** Format: date-time */
      since: string;
      url: string;
    };
    NewPracticeCall: {
      /** @description Held by the draft, where there is one */
      draft?: boolean;
      script: string;
    };
    NewResource: {
      capacity?: number;
      name: string;
      openingHours?: {
        0?: components['schemas']['DayRange'][];
        1?: components['schemas']['DayRange'][];
        2?: components['schemas']['DayRange'][];
        3?: components['schemas']['DayRange'][];
        4?: components['schemas']['DayRange'][];
        5?: components['schemas']['DayRange'][];
        6?: components['schemas']['DayRange'][];
      } | null;
      overrides?: components['schemas']['DateOverride'][];
    };
    NewTestCall: {
      /** @description Held by the draft, where there is one */
      draft?: boolean;
    };
    NewUser: {
      businessId?: string | null;
      email: string;
      name: string;
      /** @description Good for three days, to choose their own; left out, one is made */
      password?: string;
      /** @enum {string} */
      role: 'operator' | 'owner';
    };
    NewWaitlistEntry: {
      /** Format: date */
      date: string;
      name: string;
      phone: string;
    };
    NewWebhook: {
      /**
       * @default [
       *       "appointment.created",
       *       "appointment.moved",
       *       "appointment.cancelled",
       *       "lead.created",
       *       "lead.updated",
       *       "call.ended",
       *       "reminder.due",
       *       "waitlist.freed"
       *     ]
       */
      events: (
        | 'appointment.created'
        | 'appointment.moved'
        | 'appointment.cancelled'
        | 'lead.created'
        | 'lead.updated'
        | 'call.ended'
        | 'reminder.due'
        | 'waitlist.freed'
      )[];
      url: string;
    };
    Numbers: {
      /** @description The caller stopped speaking → the first audio of the answer left */
      answerMs: {
        p50: number | null;
        p95: number | null;
      };
      /** @description The caller began to speak over an answer → the phone was cleared */
      bargeInMs: {
        p50: number | null;
        p95: number | null;
      };
      bargeIns: number;
      /** @description Appointments made in the calls; moves and what the same call gave up again do not count */
      bookings: number;
      calls: number;
      callsWithBooking: number;
      /** @description COST_PER_MINUTE × minutes; null where COST_PER_MINUTE is not set: prices are not guessed */
      cost: {
        perCall: number | null;
        perMinute: number;
        total: number;
      } | null;
      days: {
        bookings: number;
        calls: number;
        date: string;
        minutes: number;
      }[];
      /** @description Times the model owed sound and gave none */
      deadAirs: number;
      minutes: number;
      outcomes: {
        count: number;
        outcome: string;
      }[];
      refusals: {
        count: number;
        reason: string;
      }[];
    };
    PasswordChange: {
      /** @description Needed to change your own */
      currentPassword?: string;
      newPassword: string;
    };
    PracticeCall: {
      callSid: string;
    };
    PracticeScripts: {
      items: {
        description: string;
        name: string;
        title: string;
      }[];
    };
    Preview: {
      /** @description Layer 1 may have so many characters */
      criticalLimit: number;
      days: {
        date: string;
        slots: string[];
      }[];
      layers: {
        characters: number;
        /** @enum {string} */
        name: 'critical' | 'business' | 'dynamic';
        text: string;
      }[];
      warnings: {
        field: string;
        message: string;
      }[];
    };
    PreviewRequest: {
      aiPrompt?: components['schemas']['AiPrompt'];
      days: number;
      /** Format: date */
      from: string;
      settings?: components['schemas']['SettingsChange'];
    };
    Problem: {
      alternatives?: string[];
      detail: string;
      errors?: {
        /**
         * @description `missing`: It is needed and was left out.
         *     `blank`: It is empty or has nothing but blanks.
         *     `wrong-type`: It is of another JSON type.
         *     `wrong-format`: It is not written as it must be.
         *     `unknown-field`: There is no such field.
         *     `none-fits`: It is none of the shapes that may be sent.
         *     `not-offered`: It is none of the values that may be chosen.
         *     `not-whole`: It is not a whole number.
         *     `too-small`: The number is below `minimum`.
         *     `too-large`: The number is above `maximum`.
         *     `too-short`: The text has fewer than `minimum` characters.
         *     `too-long`: The text has more than `maximum` characters.
         *     `too-few`: The list has fewer than `minimum` entries.
         *     `too-many`: The list has more than `maximum` entries.
         *     `repeated`: The list names the same more than once.
         *     `unstorable`: The text has NUL characters or broken surrogate pairs.
         *     `not-an-id`: It is no id.
         *     `not-an-email`: It is no e-mail address.
         *     `not-a-date`: It is no date of our times.
         *     `not-a-time`: It is no time of day.
         *     `not-a-time-zone`: It is no time zone of the IANA list.
         *     `not-a-phone-number`: It is no phone number.
         *     `not-a-public-address`: It is no https address that is reached from the open internet.
         *     `ends-before-it-starts`: It does not end after it starts.
         *     `overlapping`: The ranges of one day overlap.
         *     `closed-with-ranges`: The date is closed and has ranges.
         *     `closed-nor-ranges`: The date is neither closed nor has ranges.
         *     `move-or-cancel`: Both a new time and `cancelled`, or neither.
         *     `outside-booking-window`: The date cannot be booked: it is past or too far ahead.
         *     `too-long-a-span`: The days are too far apart or in the wrong order.
         *     `owner-has-one-business`: An owner has exactly one business, an operator none.
         *     `wrong-password`: It is not the password of now.
         *     `same-password`: It is the password of now.
         *     `too-common`: Many people use this password.
         *     `taken`: Another one has it.
         *     `not-there`: There is nothing with this id or name.
         *     `wrong`: It is wrong in another way; the message says how.
         * @enum {string}
         */
        code:
          | 'missing'
          | 'blank'
          | 'wrong-type'
          | 'wrong-format'
          | 'unknown-field'
          | 'none-fits'
          | 'not-offered'
          | 'not-whole'
          | 'too-small'
          | 'too-large'
          | 'too-short'
          | 'too-long'
          | 'too-few'
          | 'too-many'
          | 'repeated'
          | 'unstorable'
          | 'not-an-id'
          | 'not-an-email'
          | 'not-a-date'
          | 'not-a-time'
          | 'not-a-time-zone'
          | 'not-a-phone-number'
          | 'not-a-public-address'
          | 'ends-before-it-starts'
          | 'overlapping'
          | 'closed-with-ranges'
          | 'closed-nor-ranges'
          | 'move-or-cancel'
          | 'outside-booking-window'
          | 'too-long-a-span'
          | 'owner-has-one-business'
          | 'wrong-password'
          | 'same-password'
          | 'too-common'
          | 'taken'
          | 'not-there'
          | 'wrong';
        /** @description Its path, such as settings.endHour */
        field: string;
        /** @description How to mend it */
        message: string;
        /** @description The bound that the code speaks of */
        values?: {
          maximum?: number;
          minimum?: number;
        };
      }[];
      /** @description Why a time cannot be booked */
      reason?: string;
      status: number;
      title: string;
      /** @description /problems/ and one of invalid-request, malformed-json, unauthorized, wrong-credentials, first-password, forbidden, not-found, method-not-allowed, already-exists, time-not-available, own-account, not-changeable, changed-meanwhile, body-too-large, not-json, key-reused, too-many-requests, internal-error, unavailable */
      type: string;
    };
    PromptPreview: {
      layers: {
        /** @enum {string} */
        name: 'critical' | 'business' | 'dynamic';
        text: string;
      }[];
      text: string;
    };
    Reminder: {
      /** Format: uuid */
      appointmentId: string;
      /** Format: uuid */
      businessId: string;
      channel: ('sms' | 'webhook') | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      dueAt: string;
      /** Format: uuid */
      id: string;
      name: string;
      note: string | null;
      phone: string;
      /** Format: date-time */
      startsAt: string;
      /** @enum {string} */
      status: 'pending' | 'queued' | 'sent' | 'kept' | 'cancelled' | 'failed';
      text: string | null;
    };
    ReminderPage: {
      items: components['schemas']['Reminder'][];
      nextCursor?: string;
    };
    Resource: {
      active: boolean;
      /** Format: uuid */
      businessId: string;
      capacity: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      name: string;
      openingHours: {
        0?: components['schemas']['DayRange'][];
        1?: components['schemas']['DayRange'][];
        2?: components['schemas']['DayRange'][];
        3?: components['schemas']['DayRange'][];
        4?: components['schemas']['DayRange'][];
        5?: components['schemas']['DayRange'][];
        6?: components['schemas']['DayRange'][];
      } | null;
      overrides: components['schemas']['DateOverride'][];
      /** Format: date-time */
      updatedAt: string;
    };
    ResourceChange: {
      active?: boolean;
      capacity?: number;
      name?: string;
      openingHours?: {
        0?: components['schemas']['DayRange'][];
        1?: components['schemas']['DayRange'][];
        2?: components['schemas']['DayRange'][];
        3?: components['schemas']['DayRange'][];
        4?: components['schemas']['DayRange'][];
        5?: components['schemas']['DayRange'][];
        6?: components['schemas']['DayRange'][];
      } | null;
      overrides?: components['schemas']['DateOverride'][];
    };
    ResourcePage: {
      items: components['schemas']['Resource'][];
      nextCursor?: string;
    };
    Session: {
      /** @description Goes into the header X-CSRF-Token of every request that changes something */
      csrfToken: string;
      user: {
        /** @description The one business of an owner */
        businessId: string | null;
        email: string | null;
        /** @description Null for whoever came with the admin token */
        id: string | null;
        name: string;
        /**
         * @description `first`: somebody else set it; it opens nothing but POST /users/{userId}/password
         * @enum {string}
         */
        password: 'own' | 'first';
        /** @enum {string} */
        role: 'operator' | 'owner';
      };
    };
    Settings: {
      activeDays: number[];
      bookingRange: components['schemas']['BookingRange'] | null;
      bookingWindowDays: number;
      bufferAfterMin: number;
      bufferBeforeMin: number;
      /** Format: written-time */
      endHour: string;
      holidays: components['schemas']['HolidayChoice'];
      minNoticeMin: number;
      observeHolidays: boolean;
      openingHours: {
        0?: components['schemas']['DayRange'][];
        1?: components['schemas']['DayRange'][];
        2?: components['schemas']['DayRange'][];
        3?: components['schemas']['DayRange'][];
        4?: components['schemas']['DayRange'][];
        5?: components['schemas']['DayRange'][];
        6?: components['schemas']['DayRange'][];
      } | null;
      overrides: components['schemas']['DateOverride'][];
      reminderHoursBefore: number;
      /** Format: written-time */
      shortDayEnds: string;
      shortDays: number[];
      slotIntervalMinutes: number;
      slotSizeMin: number;
      /** Format: written-time */
      startHour: string;
      warnings?: {
        field: string;
        message: string;
      }[];
    };
    SettingsChange: {
      activeDays?: number[];
      bookingRange?: components['schemas']['BookingRange'] | null;
      bookingWindowDays?: number;
      bufferAfterMin?: number;
      bufferBeforeMin?: number;
      /** Format: written-time */
      endHour?: string;
      holidays?: components['schemas']['HolidayChoice'];
      minNoticeMin?: number;
      observeHolidays?: boolean;
      openingHours?: {
        0?: components['schemas']['DayRange'][];
        1?: components['schemas']['DayRange'][];
        2?: components['schemas']['DayRange'][];
        3?: components['schemas']['DayRange'][];
        4?: components['schemas']['DayRange'][];
        5?: components['schemas']['DayRange'][];
        6?: components['schemas']['DayRange'][];
      } | null;
      overrides?: components['schemas']['DateOverride'][];
      reminderHoursBefore?: number;
      /** Format: written-time */
      shortDayEnds?: string;
      shortDays?: number[];
      slotIntervalMinutes?: number;
      slotSizeMin?: number;
      /** Format: written-time */
      startHour?: string;
    };
    TestCall: {
      accountSid: string;
      callSid: string;
      customParameters: {
        /** @description Good once, for a minute; goes into `start` */
        token: string;
      };
      streamSid: string;
      /** @description Open it from a page of the console: it needs the session cookie */
      streamUrl: string;
    };
    TranscriptLine: {
      cut: boolean;
      /** @description Audio the voice model made of the line */
      generatedMs: number | null;
      heardMs: number | null;
      /** @description The words of `text` that were heard; null where nobody measured it */
      heardText: string | null;
      itemId: string;
      /** @description The line sentence by sentence; they add up to the line */
      sentences: components['schemas']['HeardSentence'][];
      /** @description Audio of the line the phone was sent */
      sentMs: number | null;
      speaker: string;
      startedMs: number;
      text: string;
    };
    User: {
      active: boolean;
      businessId: string | null;
      /** Format: date-time */
      createdAt: string;
      email: string;
      /** @description Until then they may come in with the password they were given and choose their own; null: they did */
      firstPasswordUntil: string | null;
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      role: 'operator' | 'owner';
      /** Format: date-time */
      updatedAt: string;
    };
    UserChange: {
      active?: boolean;
      businessId?: string | null;
      email?: string;
      name?: string;
      /** @enum {string} */
      role?: 'operator' | 'owner';
    };
    UserPage: {
      items: components['schemas']['User'][];
      nextCursor?: string;
    };
    Version: {
      aiPrompt: {
        calls: string;
      };
      /** @enum {string} */
      cause: 'first' | 'settings' | 'prompt' | 'published' | 'restored';
      /** Format: date-time */
      madeAt: string;
      madeBy: string;
      number: number;
      restoredFrom: number | null;
      settings: components['schemas']['Settings'];
    };
    VersionPage: {
      items: components['schemas']['Version'][];
      nextCursor?: string;
    };
    WaitlistEntry: {
      /** Format: uuid */
      businessId: string;
      callSid: string | null;
      /** Format: date-time */
      createdAt: string;
      date: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      leadId: string;
      name: string;
      phone: string;
      /** @enum {string} */
      status: 'waiting' | 'told';
      toldAt: string | null;
    };
    WaitlistPage: {
      items: components['schemas']['WaitlistEntry'][];
      nextCursor?: string;
    };
    WayIn: {
      /**
       * @description `token`: nobody has been given a password yet
       * @enum {string}
       */
      begin: 'token' | 'password';
    };
    Webhook: {
      /** Format: uuid */
      businessId: string;
      /** Format: date-time */
      createdAt: string;
      events: (
        | 'appointment.created'
        | 'appointment.moved'
        | 'appointment.cancelled'
        | 'lead.created'
        | 'lead.updated'
        | 'call.ended'
        | 'reminder.due'
        | 'waitlist.freed'
      )[];
      /** Format: uuid */
      id: string;
      url: string;
    };
    WebhookDelivery: {
      attempts: number;
      deliveredAt: string | null;
      /** Format: date-time */
      happenedAt: string;
      id: string;
      lastError: string | null;
      lastStatus: number | null;
      /** @enum {string} */
      status: 'waiting' | 'delivered' | 'dead';
      subjectId: string;
      /** @enum {string} */
      type:
        | 'appointment.created'
        | 'appointment.moved'
        | 'appointment.cancelled'
        | 'lead.created'
        | 'lead.updated'
        | 'call.ended'
        | 'reminder.due'
        | 'waitlist.freed';
      /** Format: uuid */
      webhookId: string;
    };
    WebhookDeliveryPage: {
      items: components['schemas']['WebhookDelivery'][];
      nextCursor?: string;
    };
    WebhookPage: {
      items: components['schemas']['Webhook'][];
      nextCursor?: string;
    };
    WebhookWithSecret: {
      /** Format: uuid */
      businessId: string;
      /** Format: date-time */
      createdAt: string;
      events: (
        | 'appointment.created'
        | 'appointment.moved'
        | 'appointment.cancelled'
        | 'lead.created'
        | 'lead.updated'
        | 'call.ended'
        | 'reminder.due'
        | 'waitlist.freed'
      )[];
      /** Format: uuid */
      id: string;
      secret: string;
      url: string;
    };
    Wish: {
      date: string | null;
      name: string | null;
      phone: string | null;
      time: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getAppointment: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeAppointment: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBusinesses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BusinessPage'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createBusiness: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBusiness'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BusinessWithSettings'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBusiness: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BusinessWithSettings'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deactivateBusiness: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeBusiness: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BusinessChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BusinessWithSettings'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAppointments: {
    parameters: {
      query?: {
        cursor?: string;
        from?: string;
        leadId?: string;
        limit?: number;
        resourceId?: string;
        status?: 'held' | 'confirmed' | 'cancelled';
        to?: string;
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppointmentPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createAppointment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAppointment'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAvailability: {
    parameters: {
      query: {
        date: string;
        resourceId?: string;
        time?: string;
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Availability'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCalendarFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeed'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeCalendarFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewCalendarFeed'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endCalendarFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftAndPublished'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftAndPublished'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLeads: {
    parameters: {
      query?: {
        cursor?: string;
        followUp?: 'true' | 'false';
        limit?: number;
        outcome?: string;
        q?: string;
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startPracticeCall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPracticeCall'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PracticeCall'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not available right now */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewBusiness: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewRequest'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPrompt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptPreview'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  publishDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Version'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReminders: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        status?: 'pending' | 'queued' | 'sent' | 'kept' | 'cancelled' | 'failed';
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listResources: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourcePage'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createResource: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewResource'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettingsChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startTestCall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTestCall'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TestCall'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not available right now */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVersions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  restoreVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path: {
        businessId: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Version'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWaitlist: {
    parameters: {
      query?: {
        cursor?: string;
        date?: string;
        from?: string;
        limit?: number;
        status?: 'waiting' | 'told';
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaitlistPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  joinWaitlist: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWaitlistEntry'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaitlistEntry'];
        };
      };
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaitlistEntry'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        status?: 'waiting' | 'delivered' | 'dead';
      };
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request gives the same answer for a day */
        'Idempotency-Key'?: string;
      };
      path: {
        businessId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key came with another request */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        businessId: string;
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCalls: {
    parameters: {
      query?: {
        businessId?: string;
        cursor?: string;
        from?: string;
        kind?: 'phone' | 'test' | 'practice';
        leadId?: string;
        limit?: number;
        live?: 'true' | 'false';
        outcome?: string;
        q?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCall: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        callSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallStory'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCallEvents: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        callSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallEventPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadCallLog: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        callSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallLog'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replayCall: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        callSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallReplay'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCallScript: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        callSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallScript'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeDemoBusiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Business'];
        };
      };
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Business'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDoctor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DoctorFindings'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLead: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Lead'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeLead: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Lead'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchLiveCalls: {
    parameters: {
      query?: {
        businessId?: string;
        callSid?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getNumbers: {
    parameters: {
      query: {
        businessId?: string;
        from: string;
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Numbers'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPracticeScripts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PracticeScripts'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getResource: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        resourceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeResource: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: {
        /** @description The ETag of what was read: refused with 412 if it has changed */
        'If-Match'?: string;
      };
      path: {
        resourceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResourceChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Changed since it was read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Credentials'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many tries */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getWayIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WayIn'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeUser'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renewFirstPassword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FirstPassword'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be done as things stand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many tries */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leaveWaitlist: {
    parameters: {
      query?: {
        businessId?: string;
      };
      header?: never;
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Wrong fields, each named in `errors` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No valid bearer token or session */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not for this user, or without the CSRF token of the session */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Unknown id */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
