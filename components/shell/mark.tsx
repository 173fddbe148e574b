/** The product's sign and name. */
export function Mark() {
  return (
    <p className="mb-8 flex items-center gap-2 text-base font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--ft-ink)" />
        <path
          d="M8 17h6l3 4 7-11"
          fill="none"
          stroke="var(--ft-on-ink)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Followthrough
    </p>
  );
}
