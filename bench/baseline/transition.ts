/** Where a case of the baseline stands: the place of its next step. */
export type Place = { pc: number; amount: number };

export type Moved = {
  pc: number;
  isOver: boolean;
  stage: string;
  step: string | null;
  waitingFor: string | null;
  level: number;
  /** Which message is planned, or null. */
  message: { step: string; template: string; toManager: boolean } | null;
};

/** The bench's workflow, hard-coded: what follows when a case wakes. */
export function transition({ pc, amount }: Place): Moved {
  switch (pc) {
    case 1: {
      const message =
        amount > 100 ? { step: "remind", template: "reminder", toManager: false } : null;
      const wait = { stage: "final", step: "grace", waitingFor: "time", level: 0 };
      return { pc: 2, isOver: false, message, ...wait };
    }
    case 2: {
      const message = { step: "escalate", template: "escalated", toManager: true };
      const wait = { stage: "final", step: "escalate", waitingFor: "acknowledgement", level: 1 };
      return { pc: 3, isOver: false, message, ...wait };
    }
    default:
      return {
        pc: 4,
        isOver: true,
        stage: "resolution",
        step: null,
        waitingFor: null,
        level: 1,
        message: null,
      };
  }
}
